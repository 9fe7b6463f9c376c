import { defineResource } from '#atrium/resource/main'

import OutgoingMail from '../models/outgoing_mail.ts'

export default defineResource(OutgoingMail, {
  icon: 'mail',
  group: 'System',
  sort: ['dueAt'],
  creatable: false,
})
