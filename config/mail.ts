import env from '#start/env'
import { appName } from '#config/app'
import app from '@adonisjs/core/services/app'
import { defineConfig, transports } from '@adonisjs/mail'
import { MailboxTransport } from '#app/mail/drivers/mailbox_transport'

const smtpPassword = env.get('SMTP_PASSWORD')

const mailConfig = defineConfig({
  /**
   * Without an SMTP server mails are kept in a folder, where `/dev/mail` shows them.
   */
  default: env.get('SMTP_HOST') ? 'smtp' : 'mailbox',

  from: {
    address: env.get('MAIL_FROM_ADDRESS', 'no-reply@atrium.invalid'),
    name: env.get('MAIL_FROM_NAME', appName),
  },

  mailers: {
    mailbox: () => new MailboxTransport(app.makePath('storage/mails')),

    smtp: transports.smtp({
      host: env.get('SMTP_HOST', 'localhost'),
      port: env.get('SMTP_PORT', 587),
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 20_000,
      ...(env.get('SMTP_USERNAME') && {
        auth: {
          type: 'login',
          user: env.get('SMTP_USERNAME')!,
          pass: smtpPassword?.release() ?? '',
        },
      }),
    }),
  },
})

export default mailConfig

declare module '@adonisjs/mail/types' {
  export interface MailersList extends InferMailers<typeof mailConfig> {}
}
