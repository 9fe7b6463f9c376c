import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

import { THEMES } from './theme.ts'

/**
 * Ids that PostgreSQL and JavaScript both hold exactly. All else is an address that does not exist.
 */
router.where('id', { match: /^[1-9][0-9]{0,14}$/, cast: Number })

router
  .get('/theme/:name', [controllers.web.Themes, 'show'])
  .where('name', new RegExp(`^(${THEMES.join('|')})$`))

router.get('/health/live', [controllers.web.Liveness, 'show']).as('health.live')
router.get('/health/ready', [controllers.web.Readiness, 'show']).as('health.ready')

/**
 * The plain home page. Its pattern matches the same address as `/` without being the same route:
 * a component that brings a home page comes first and is found first.
 */
router.get('/:nothing?', [controllers.web.Home, 'show']).where('nothing', /^$/).as('web.home')
