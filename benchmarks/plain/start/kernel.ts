import server from '@adonisjs/core/services/server'

server.errorHandler(() => import('../exception_handler.ts'))

server.use([
  () => import('../middleware/container_bindings_middleware.ts'),
  () => import('@adonisjs/static/static_middleware'),
])
