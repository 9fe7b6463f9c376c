import mail from '@adonisjs/mail/services/main'
import { sender } from '#app/mail/public'
import type { Group } from '@japa/runner/core'

/**
 * Lets a group's mails go nowhere.
 */
export function withFakeMail(group: Group) {
  group.each.setup(() => {
    mail.fake()
    return () => mail.restore()
  })
}

/**
 * Sends what is in the outbox, and gives it as people would find it in their mail program.
 */
export async function deliver() {
  const fake = mail.fake()
  await sender.sendDue()

  return fake.mails.sent().map(({ message }) => {
    const { to, subject, text, html } = message.toJSON().message

    return {
      to: to!.map((recipient) => (typeof recipient === 'string' ? recipient : recipient.address)),
      subject,
      text: String(text),
      html: String(html),
      link: /https?:\/\/\S+\/(?:verify|reset-password)\/\S+/.exec(String(text))?.[0],
    }
  })
}
