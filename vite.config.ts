import { defineConfig } from 'vite'
import tailwindcss from '@tailwindcss/vite'
import adonisjs from '@adonisjs/vite/client'

export default defineConfig({
  plugins: [
    tailwindcss(),
    adonisjs({
      /**
       * One style sheet and one script for the whole product, and one of each for the admin.
       */
      entryPoints: [
        'resources/css/app.css',
        'resources/js/app.js',
        'atrium/interfaces/admin/assets/admin.css',
        'atrium/interfaces/admin/assets/admin.js',
      ],

      /**
       * Templates whose change reloads the browser in development.
       */
      reload: ['resources/views/**/*.edge', 'atrium/interfaces/admin/views/**/*.edge'],
    }),
  ],

  build: {
    /**
     * Fonts stay files of their own: the browser loads only the scripts that a page uses, and the
     * content security policy needs no `data:` for fonts.
     */
    assetsInlineLimit: 0,
  },
})
