import limiter from '@adonisjs/limiter/services/main'
import type { LimiterStoreContract } from '@adonisjs/limiter/types'

/**
 * Lets attempts be counted in the transaction of the test that runs. A limiter is kept for as long as
 * the process lives, with the connection that it met first: that of a test which has ended, which
 * others use by then, or which the pool has closed.
 */
export function limitInTransactions() {
  const stores = limiter.config.stores
  const openStore = stores.database

  stores.database = (options) => {
    const quiet = { ...options, clearExpiredByTimeout: false }
    const store = () => openStore(quiet)
    return new Proxy({} as LimiterStoreContract, {
      get(_, name) {
        const current = store()
        const value = Reflect.get(current, name)
        return typeof value === 'function' ? value.bind(current) : value
      },
    })
  }
}
