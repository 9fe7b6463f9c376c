import { defineResource } from '#atrium/resource/main'

import ApiToken from '../models/api_token.ts'
import ApiTokenPolicy from '../policies/api_token_policy.ts'

/** Whoever makes a token has to see it once: the settings show it. */
export default defineResource(ApiToken, {
  label: 'API token',
  icon: 'key',
  policy: ApiTokenPolicy,
  creatable: false,
  sensitive: true,
})
