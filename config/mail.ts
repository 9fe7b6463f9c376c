import env from '#start/env'
import { appName } from '#config/app'
import app from '@adonisjs/core/services/app'
import { defineConfig, transports } from '@adonisjs/mail'
import { MailboxTransport } from '#app/mail/drivers/mailbox_transport'

/**
 * Without an SMTP server mails are kept in a folder, where `/dev/mail` shows them.
 */
export const keepsMails = !env.get('SMTP_HOST')

/**
 * The folder that they are kept in.
 */
export const mailboxFolder = app.inTest ? app.tmpPath('mails') : app.makePath('storage/mails')

const smtpPassword = env.get('SMTP_PASSWORD')

const mailConfig = defineConfig({
  default: keepsMails ? 'mailbox' : 'smtp',

  from: {
    address: env.get('MAIL_FROM_ADDRESS', 'no-reply@atrium.invalid'),
    name: env.get('MAIL_FROM_NAME', appName),
  },

  mailers: {
    mailbox: () => new MailboxTransport(mailboxFolder),

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
