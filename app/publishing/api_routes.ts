import { middleware } from '#start/kernel'
import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const { api } = controllers.publishing

/*
| Everybody reads
*/
router
  .group(() => {
    router.get('articles', [api.Articles, 'index'])
    router.get('articles/feed', [api.Feeds, 'show']).use(middleware.token())
    router.get('articles/:slug', [api.Articles, 'show'])
    router.get('articles/:slug/comments', [api.Comments, 'index'])
    router.get('profiles/:username', [api.Profiles, 'show'])
    router.get('tags', [api.Tags, 'index'])
  })
  .prefix('api')
  .as('api')

/*
| Who writes brings a token
*/
router
  .group(() => {
    router.post('articles', [api.Articles, 'store'])
    router.put('articles/:slug', [api.Articles, 'update'])
    router.delete('articles/:slug', [api.Articles, 'destroy'])

    router.post('articles/:slug/comments', [api.Comments, 'store'])
    router.delete('articles/:slug/comments/:id', [api.Comments, 'destroy'])

    router.post('articles/:slug/favorite', [api.Favorites, 'store'])
    router.delete('articles/:slug/favorite', [api.Favorites, 'destroy'])

    router.post('profiles/:username/follow', [api.Follows, 'store'])
    router.delete('profiles/:username/follow', [api.Follows, 'destroy'])
  })
  .prefix('api')
  .as('api')
  .use(middleware.token())
