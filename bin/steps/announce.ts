import type { ApplicationService } from '@adonisjs/core/types'

import { demoSignIns, inWords } from './demo.ts'

/**
 * Says where the product is, and as whom to look at it.
 */
export async function announce(app: ApplicationService) {
  const signIns = app.inDev ? await demoSignIns(app) : []
  const lines = [
    '',
    `  Ready at ${app.config.get('app.appUrl')}`,
    ...signIns.map((signIn) => `  ${inWords(signIn)}`),
    '  Ctrl-C stops it',
    '',
  ]
  console.log(lines.join('\n'))
}
