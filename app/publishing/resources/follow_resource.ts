import { defineResource } from '#atrium/resource/main'

import Follow from '../models/follow.ts'
import FollowPolicy from '../policies/follow_policy.ts'

export default defineResource(Follow, { icon: 'user-plus', policy: FollowPolicy })
