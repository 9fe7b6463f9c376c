/*
|--------------------------------------------------------------------------
| Routes
|--------------------------------------------------------------------------
|
| Each component names its own. `web` comes last: its plain home page stands
| in where no component brings one. Imported one after the other, because
| modules that wait for something do not keep the order of their imports.
|
*/

import { middleware } from '#start/kernel'

await import('#app/accounts/routes')
await import('#app/mail/routes')
await import('#app/publishing/routes')
const { adminRoutes } = await import('#atrium/interfaces/admin/routes')
adminRoutes({ middleware: [middleware.auth()] })
await import('#app/web/routes')
