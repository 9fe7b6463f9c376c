import vine from '@vinejs/vine'

import { undefinedIfEmpty } from './fields.ts'
import ApiToken, { ABILITIES } from '../models/api_token.ts'

/**
 * The form for a new API token. `expires_in` is a number of days, or `never`.
 */
export const apiTokenValidator = vine.create({
  name: ApiToken.rule('name'),
  abilities: vine.array(vine.enum(ABILITIES)).minLength(1).distinct(),
  expires_in: vine.enum(['7', '30', '90', '365', 'never']).parse(undefinedIfEmpty).optional(),
})
