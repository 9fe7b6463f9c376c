import { defineResource } from '#atrium/resource/main'

import RateLimit from '../models/rate_limit.ts'

export default defineResource(RateLimit, { icon: 'gauge', group: 'System', creatable: false })
