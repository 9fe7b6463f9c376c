import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const { AuthorFeed, Robots, SiteFeed, Sitemaps, TagFeed } = controllers.publishing.feeds

/*
| For feed readers and search engines
*/
router.get('/feed.atom', [SiteFeed, 'show'])
router.get('/tag/:tag/feed.atom', [TagFeed, 'show'])
router.get('/profile/:username/feed.atom', [AuthorFeed, 'show'])
router.get('/sitemap.xml', [Sitemaps, 'index'])
router.get('/sitemaps/:number', [Sitemaps, 'show'])
router.get('/robots.txt', [Robots, 'show'])
