import { defineResource } from '#atrium/resource/main'

import Tag from '../models/tag.ts'
import TagPolicy from '../policies/tag_policy.ts'

export default defineResource(Tag, { icon: 'tag', policy: TagPolicy })
