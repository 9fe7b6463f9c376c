import { defineResource } from '#atrium/resource/main'

import UserRole from '../models/user_role.ts'

export default defineResource(UserRole, { icon: 'user-check', group: 'Access', sensitive: true })
