import { actorOf } from './actor.ts'
import { Gate } from '#atrium/resource/main'
import { HttpContext } from '@adonisjs/core/http'

/**
 * Gives each request a gate, which is asked what whoever is signed in may do. Nothing is looked up
 * before somebody asks.
 */
export function openGates() {
  HttpContext.getter(
    'gate',
    function (this: HttpContext) {
      return new Gate(() => actorOf(this))
    },
    true
  )
}

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    readonly gate: Gate
  }
}
