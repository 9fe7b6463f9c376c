import { keepsMails } from '#config/mail'
import app from '@adonisjs/core/services/app'
import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

/*
|--------------------------------------------------------------------------
| The mailbox of those who develop
|--------------------------------------------------------------------------
|
| Only there when mails are kept instead of sent. Never in production, where
| it would show everybody the links that were meant for one.
|
*/

if (keepsMails && !app.inProduction) {
  router.get('/dev/mail', [controllers.mail.Mails, 'index'])
  router.get('/dev/mail/:id', [controllers.mail.Mails, 'show']).where('id', /^[\w-]+$/)
  router.get('/dev/mail/:id/html', [controllers.mail.MailSheets, 'show']).where('id', /^[\w-]+$/)
}
