import { Client } from 'pg'

/** How to connect to a scratch database: what is in there is not worth waiting for the disk. */
export const scratchConnection = (url: string) => ({
  connectionString: url,
  application_name: 'migrations in a scratch database',
  options: '-c synchronous_commit=off -c client_min_messages=warning',
})

/** Connects to a scratch database, which may be dropped while somebody is connected. */
export async function connectTo(url: string) {
  const client = new Client(scratchConnection(url))
  client.on('error', () => {})
  await client.connect()
  return client
}

/** Does something with a connection to a scratch database, and ends the connection. */
export async function connected<T>(url: string, work: (client: Client) => Promise<T>) {
  const client = await connectTo(url)
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
