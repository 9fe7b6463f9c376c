import router from '@adonisjs/core/services/router'

const Tokens = () => import('../controllers/tokens_controller.ts')
const Home = () => import('../controllers/home_controller.ts')
const Articles = () => import('../controllers/articles_controller.ts')
const Comments = () => import('../controllers/comments_controller.ts')

router.use([
  () => import('@adonisjs/core/bodyparser_middleware'),
  () => import('@adonisjs/auth/initialize_auth_middleware'),
])

const { auth, session, shield, silentAuth } = router.named({
  auth: () => import('../middleware/auth_middleware.ts'),
  session: () => import('@adonisjs/session/session_middleware'),
  shield: () => import('@adonisjs/shield/shield_middleware'),
  silentAuth: () => import('../middleware/silent_auth_middleware.ts'),
})

router.get('/health/live', () => ({ status: 'ok' }))
router.get('/', [Home, 'index']).use([session(), shield(), silentAuth()])
router.get('/api/articles', [Articles, 'index'])
router.get('/api/articles/:slug', [Articles, 'show'])
router.post('/api/articles/:slug/comments', [Comments, 'store']).use(auth())
router.post('/tokens', [Tokens, 'store'])
