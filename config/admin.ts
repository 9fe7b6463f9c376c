import app from '@adonisjs/core/services/app'
import { appName } from '#config/app'
import { confirmPassword, type User } from '#app/accounts/public'
import { breakdown, defineConfig, number, table, trend } from '#atrium/interfaces/admin/main'

/**
 * The admin at /admin.
 */
const adminConfig = defineConfig({
  name: appName,

  environment: app.inDev ? { label: 'Development', look: 'development' } : undefined,

  typedConfirmationAbove: 100,

  users: () => import('#app/accounts/models/user'),
  user: (ctx) => ctx.auth.user ?? null,
  nameOf: (user) => (user as User).username,
  actAs: (ctx, user) => (ctx.auth.use('web').user = user as User),
  confirmPassword: (user, password) => confirmPassword(user as User, password, 'password'),

  signOutAddress: '/logout',
  siteAddress: '/',
  themeAddress: (name, back) => `/theme/${name}?return=${encodeURIComponent(back)}`,
  disk: 'fs',

  dashboard: [
    number('Published articles', { resource: 'articles', filter: 'publishedAt:*' }),
    number('Drafts', { resource: 'articles', filter: 'publishedAt = null', icon: 'file-pen-line' }),
    number('Comments', { resource: 'comments' }),
    number('People', { resource: 'users' }),
    trend('Comments by day', { resource: 'comments', field: 'createdAt' }),
    trend('New people by day', { resource: 'users', field: 'createdAt' }),
    table('Latest articles', {
      resource: 'articles',
      fields: ['title', 'author', 'publishedAt'],
      sort: ['-publishedAt'],
      filter: 'publishedAt:*',
    }),
    breakdown('Articles by author', { resource: 'articles', field: 'author' }),
  ],
})

export default adminConfig
