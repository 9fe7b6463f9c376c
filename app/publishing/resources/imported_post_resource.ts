import { defineResource } from '#atrium/resource/main'

import ImportedPost from '../models/imported_post.ts'
import ImportedPostPolicy from '../policies/imported_post_policy.ts'

export default defineResource(ImportedPost, {
  icon: 'file-input',
  group: 'System',
  policy: ImportedPostPolicy,
  creatable: false,
})
