import { middleware } from '#start/kernel'
import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const {
  Home,
  Tags,
  Search,
  Drafts,
  Editor,
  Follows,
  Articles,
  Comments,
  Profiles,
  Favorites,
  Publications,
} = controllers.publishing

/*
| For everybody
*/
router.get('/', [Home, 'index'])
router.get('/search', [Search, 'index'])
router.get('/tag/:tag', [Tags, 'show'])
router.get('/article/:slug', [Articles, 'show'])
router.get('/profile/:username', [Profiles, 'show'])
router.get('/profile/:username/favorites', [Favorites, 'index'])

/*
| For people who are signed in
*/
router
  .group(() => {
    router.get('/drafts', [Drafts, 'index'])
    router.get('/editor', [Editor, 'create'])
    router.post('/editor', [Editor, 'store'])
    router.get('/editor/:slug', [Editor, 'edit'])
    router.put('/editor/:slug', [Editor, 'update'])
    router.delete('/article/:slug', [Articles, 'destroy'])

    router.post('/article/:slug/publication', [Publications, 'store'])
    router.delete('/article/:slug/publication', [Publications, 'destroy'])

    router.post('/article/:slug/favorite', [Favorites, 'store'])
    router.delete('/article/:slug/favorite', [Favorites, 'destroy'])

    router.post('/article/:slug/comments', [Comments, 'store'])
    router.delete('/article/:slug/comments/:id', [Comments, 'destroy'])

    router.post('/profile/:username/follow', [Follows, 'store'])
    router.delete('/profile/:username/follow', [Follows, 'destroy'])
  })
  .use(middleware.auth())

await import('./api_routes.ts')
await import('./feed_routes.ts')
