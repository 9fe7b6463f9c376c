import { defineConfig } from '@adonisjs/static'

/**
 * Files of `public/` are served as they are. The names of built assets hold a hash of their
 * content, so browsers may keep them for good.
 */
const staticServerConfig = defineConfig({
  enabled: true,
  etag: true,
  lastModified: true,
  dotFiles: 'deny',
  headers: (path) =>
    path.includes('/assets/') ? { 'cache-control': 'public, max-age=31536000, immutable' } : {},
})

export default staticServerConfig
