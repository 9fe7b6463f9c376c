import { defineResource } from '#atrium/resource/main'

import MailedToken from '../models/mailed_token.ts'

export default defineResource(MailedToken, {
  icon: 'link',
  group: 'System',
  creatable: false,
  sensitive: true,
})
