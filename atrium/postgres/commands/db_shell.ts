import { spawn } from 'node:child_process'

import { PostgresCommand } from './postgres_command.ts'

/**
 * Opens psql on the database of this environment. The server stays while it is open.
 */
export default class DbShell extends PostgresCommand {
  static commandName = 'db:shell'
  static description = 'Open psql on the database'

  async run() {
    const ownServer = await this.ownServer()
    if (ownServer) return this.#open(ownServer)

    await this.embedded.join()
    try {
      await this.#open(await this.embedded.database(this.database))
    } finally {
      await this.embedded.leave()
    }
  }

  async #open(url: string) {
    const { href, password } = withoutPassword(url)

    /* Ctrl-C cancels a statement inside psql; it must not end this process above it. */
    const ignore = () => {}
    process.on('SIGINT', ignore)
    this.exitCode = await new Promise<number>((resolve) => {
      spawn('psql', [href], { stdio: 'inherit', env: { ...process.env, PGPASSWORD: password } })
        .once('error', () => resolve(this.#sayHowToGetPsql()))
        .once('close', (code) => resolve(code ?? 1))
    })
    process.off('SIGINT', ignore)
  }

  #sayHowToGetPsql() {
    this.logger.error(
      'psql is not installed. Get it with `apt install postgresql-client` (Debian, Ubuntu), `dnf install postgresql` (Fedora) ' +
        'or `brew install libpq` (macOS). Without it: `node ace repl` speaks to the models, and `node ace db:start` with ' +
        '`node ace db:url` gives any other database program an address.'
    )
    return 1
  }
}

/** The password travels in the environment, where `ps` does not show it. */
function withoutPassword(address: string) {
  const url = new URL(address)
  const password = decodeURIComponent(url.password)
  url.password = ''
  return { href: url.href, password }
}
