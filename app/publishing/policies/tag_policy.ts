import { Policy } from '#atrium/resource/main'

import type Tag from '../models/tag.ts'

/**
 * Tags belong to nobody: roles alone say who may do what with them.
 */
export default class TagPolicy extends Policy<Tag> {}
