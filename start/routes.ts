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

await import('#app/accounts/routes')
await import('#app/mail/routes')
await import('#app/publishing/routes')
await import('#app/web/routes')
