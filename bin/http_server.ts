import { Server as NetServer } from 'node:net'
import { Server, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'

/** How long requests in flight may take once the server is asked to stop, in milliseconds. */
const DRAIN_WITHIN = 25_000

/** Longer than a proxy keeps an idle connection, so that it is the proxy who closes it. */
const KEEP_ALIVE = 65_000

/** The limits of Node's server against slow, large and many requests. */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  maxHeaderSize: 16 * 1024,
}

/** Sockets at a time. More wait at the door. */
const MAX_CONNECTIONS = 10_000

/** The HTTP server of the application. */
export function createHttpServer(handle: RequestListener) {
  const server = new DrainingServer(limits, handle)
  server.maxConnections = MAX_CONNECTIONS
  server.keepAliveTimeout = KEEP_ALIVE
  return server
}

/**
 * A server that ends politely. Node closes idle connections at once, and a request that was just
 * under way on one of them is lost. This one takes no new connection, answers what still comes
 * on the old ones with `Connection: close`, and cuts off the rest at the deadline.
 */
class DrainingServer extends Server {
  #isDraining = false
  #answering = new Set<ServerResponse>()

  constructor(options: typeof limits, handle: RequestListener) {
    super(options)
    this.on('request', (_request: IncomingMessage, response: ServerResponse) =>
      this.#watch(response)
    )
    this.on('request', handle)
  }

  override close(callback?: (error?: Error) => void) {
    this.#isDraining = true
    for (const response of this.#answering) announceEnd(response)

    /* Idle keep-alive connections get two seconds to bring a request that is already on its way. */
    setTimeout(() => this.closeIdleConnections(), 2_000).unref()
    setTimeout(() => this.closeAllConnections(), DRAIN_WITHIN).unref()

    NetServer.prototype.close.call(this, callback)
    return this
  }

  #watch(response: ServerResponse) {
    if (this.#isDraining) return announceEnd(response)

    this.#answering.add(response)
    response.once('close', () => this.#answering.delete(response))
  }
}

function announceEnd(response: ServerResponse) {
  if (!response.headersSent) response.setHeader('Connection', 'close')
}
