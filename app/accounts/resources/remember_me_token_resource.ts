import { defineResource } from '#atrium/resource/main'

import RememberMeToken from '../models/remember_me_token.ts'

export default defineResource(RememberMeToken, {
  icon: 'cookie',
  group: 'System',
  creatable: false,
  sensitive: true,
})
