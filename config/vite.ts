import { defineConfig } from '@adonisjs/vite'

const viteConfig = defineConfig({
  /**
   * Where Vite writes the built files, from the application root.
   */
  buildDirectory: 'public/assets',

  /**
   * Says which built file belongs to which source. Written by `vite build`.
   */
  manifestFile: 'public/assets/.vite/manifest.json',

  /**
   * What the addresses of built files begin with. May name a CDN.
   */
  assetsUrl: '/assets',

  /**
   * Scripts wait for the page. Where Turbo is led to a page with other assets, as from the site to the
   * admin or after a deployment, it has the browser load it anew.
   */
  scriptAttributes: {
    'defer': true,
    'data-turbo-track': 'reload',
  },
  styleAttributes: {
    'data-turbo-track': 'reload',
  },
})

export default viteConfig
