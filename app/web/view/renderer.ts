import type { Edge } from 'edge.js'
import { HttpContext } from '@adonisjs/core/http'

import { navigation } from '../navigation.ts'
import { chosenTheme } from '../theme.ts'

/**
 * Makes `ctx.view` know what the layout asks of each request. Nothing of it is worked out unless a
 * page is rendered.
 */
export function prepareRenderers(edge: Edge) {
  HttpContext.getter(
    'view',
    function (this: HttpContext) {
      return edge.createRenderer().share({
        request: this.request,
        ...(this.auth && { auth: this.auth }),
        cspNonce: this.response.nonce,
        theme: chosenTheme(this),
        gate: this.gate,
        navigation: () => navigation.linksFor(this),
      })
    },
    true
  )
}
