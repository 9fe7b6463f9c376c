import type { ResourceService } from '#atrium/resource/main'

import type { Phrasebook } from './phrasebook.ts'

/**
 * A service whose refusals speak the reader's language: whoever catches one can show it as it is.
 */
export function translatedService(service: ResourceService, phrases: Phrasebook): ResourceService {
  return new Proxy(service, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function' || name === 'constructor') return value

      return (...values: unknown[]) => {
        try {
          const result: unknown = value.apply(target, values)
          return result instanceof Promise
            ? result.catch((error) => {
                throw phrases.translate(error)
              })
            : result
        } catch (error) {
          throw phrases.translate(error)
        }
      }
    },
  })
}
