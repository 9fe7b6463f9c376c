import { defineResource } from '#atrium/resource/main'

import ImpersonationPolicy from './impersonation_policy.ts'
import ImpersonationRecord from '../models/impersonation_record.ts'

/** Who acted as whom, for administrators to look at. */
export default defineResource(ImpersonationRecord, {
  label: 'Impersonation',
  icon: 'venetian-mask',
  group: 'Access',
  policy: ImpersonationPolicy,
  title: 'reason',
  list: ['beganAt', 'endsAt', 'impersonator', 'actedAs', 'reason'],
  sort: ['-beganAt'],
  search: ['impersonator', 'actedAs', 'reason'],
  creatable: false,
})
