/*
|--------------------------------------------------------------------------
| HTTP kernel
|--------------------------------------------------------------------------
|
| The way of every request: server middleware first, whether or not a route
| matches; then router middleware; then what the route itself names.
|
*/

import router from '@adonisjs/core/services/router'
import server from '@adonisjs/core/services/server'

server.errorHandler(() => import('#app/web/exception_handler'))

server.use([
  () => import('#app/web/middleware/request_log_middleware'),
  () => import('#app/web/middleware/container_bindings_middleware'),
  () => import('#app/web/middleware/security_headers_middleware'),
  () => import('#app/web/middleware/known_hosts_middleware'),
  () => import('#app/web/middleware/plain_address_middleware'),
  () => import('#app/web/middleware/method_spoofing_middleware'),
  () => import('#app/web/middleware/static_files_middleware'),
  () => import('@adonisjs/vite/vite_middleware'),
])

router.use([
  () => import('#app/web/middleware/on_behalf_middleware'),
  () => import('#app/web/middleware/same_site_middleware'),
  () => import('#app/web/middleware/body_middleware'),
  () => import('#app/web/middleware/session_on_demand_middleware'),
  () => import('#app/web/middleware/csrf_middleware'),
  () => import('#app/web/middleware/visitor_middleware'),
])

export const middleware = router.named({
  auth: () => import('#app/web/middleware/auth_middleware'),
  form: () => import('#app/web/middleware/form_middleware'),
  guest: () => import('#app/web/middleware/guest_middleware'),
  token: () => import('#app/web/middleware/token_middleware'),
})
