import { defineResource } from '#atrium/resource/main'

import Favorite from '../models/favorite.ts'
import FavoritePolicy from '../policies/favorite_policy.ts'

export default defineResource(Favorite, { icon: 'heart', policy: FavoritePolicy })
