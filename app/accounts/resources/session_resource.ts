import { defineResource } from '#atrium/resource/main'

import Session from '../models/session.ts'
import SessionPolicy from '../policies/session_policy.ts'

export default defineResource(Session, {
  icon: 'monitor-smartphone',
  policy: SessionPolicy,
  list: ['userId', 'userAgent', 'ipAddress', 'lastSeenAt', 'expiresAt'],
  sort: ['-lastSeenAt'],
  creatable: false,
  sensitive: true,
})
