import { Policy } from '#atrium/resource/main'

import type ImportedPost from '../models/imported_post.ts'

/**
 * Where imported articles came from is for the roles that are granted to see it.
 */
export default class ImportedPostPolicy extends Policy<ImportedPost> {}
