import { test } from '@japa/runner'
import { setTimeout } from 'node:timers/promises'
import { BaseMail } from '@adonisjs/mail'
import db from '@adonisjs/lucid/services/db'
import { outbox, sender } from '#app/mail/public'
import mail from '@adonisjs/mail/services/main'
import OutgoingMail from '#app/mail/models/outgoing_mail'
import testUtils from '@adonisjs/core/services/test_utils'

import { quietLogs } from '../web/quiet_logs.ts'

class Postcard extends BaseMail {
  subject = 'From the sea'

  constructor(protected text: string) {
    super()
  }

  prepare() {
    this.message.to('you@example.com').text(this.text)
  }
}

type Payload = { text: string; nobody?: boolean; fail?: boolean }

outbox.define<Payload>('postcard', async ({ text, nobody, fail }) => {
  if (fail) {
    throw new Error('The pen is empty')
  }

  return nobody ? null : new Postcard(text)
})

const rows = () => db.from('outgoing_mails').where('kind', 'postcard')

/** The texts that are sent when the sender looks once. */
async function sentTexts() {
  using fake = mail.fake()
  await sender.sendDue()

  return fake.mails.sent().map(({ message }) => String(message.toJSON().message.text))
}

test.group('The outbox', (group) => {
  quietLogs(group)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('holds a mail until it is sent, and no longer', async ({ assert }) => {
    await outbox.post('postcard', { text: 'Hello' })
    assert.lengthOf(await rows(), 1)

    assert.deepEqual(await sentTexts(), ['Hello'])
    assert.lengthOf(await rows(), 0)
    assert.deepEqual(await sentTexts(), [])
  })

  test('belongs to the transaction of whoever hands in', async ({ assert }) => {
    const trx = await db.transaction()
    await outbox.post('postcard', { text: 'Hello' }, trx)
    await trx.rollback()

    assert.lengthOf(await rows(), 0)
  })

  test('refuses kinds that nobody writes, before anything is stored', async ({ assert }) => {
    await assert.rejects(() => outbox.post('telegram', {}), /Nobody writes mails of the kind/)

    assert.lengthOf(await db.from('outgoing_mails'), 0)
  })

  test('lets go of a mail that is for nobody', async ({ assert }) => {
    await outbox.post('postcard', { text: 'Hello', nobody: true })

    assert.deepEqual(await sentTexts(), [])
    assert.lengthOf(await rows(), 0)
  })

  test('sends the others when one fails, and tries that one again later', async ({ assert }) => {
    await outbox.post('postcard', { text: 'One', fail: true })
    await outbox.post('postcard', { text: 'Two' })
    assert.deepEqual(await sentTexts(), ['Two'])

    const [waiting] = await rows().select('*', db.raw('due_at - now() as delay'))
    assert.equal(waiting.attempts, 1)
    assert.include(waiting.last_error, 'The pen is empty')
    assert.equal(waiting.delay.minutes, 1)
    assert.isNull(waiting.failed_at)

    await rows().update({ due_at: new Date(0), payload: JSON.stringify({ text: 'One' }) })
    assert.deepEqual(await sentTexts(), ['One'])
  })

  test('waits longer each time, and gives up after the tenth', async ({ assert }) => {
    await outbox.post('postcard', { text: 'One', fail: true })
    const delays = []
    for (let attempt = 1; attempt <= 10; attempt++) {
      await rows().update({ due_at: new Date(0) })
      await sentTexts()
      const [{ seconds }] = await rows().select(
        db.raw('extract(epoch from due_at - now())::int as seconds')
      )
      delays.push(seconds)
    }

    assert.deepEqual(delays.slice(0, 4), [60, 120, 240, 480])
    const [{ failed_at: failedAt }] = await rows()
    assert.isNotNull(failedAt)
    await rows().update({ due_at: new Date(0), payload: JSON.stringify({ text: 'One' }) })
    assert.deepEqual(await sentTexts(), [])
  })

  test('gives a mail to another process when the one that took it died', async ({ assert }) => {
    await outbox.post('postcard', { text: 'Hello' })
    await rows().update({ attempts: 1, due_at: db.raw(`now() + interval '5 minutes'`) })
    assert.deepEqual(await sentTexts(), [])

    await rows().update({ due_at: db.raw(`now() - interval '1 second'`) })
    assert.deepEqual(await sentTexts(), ['Hello'])
  })
})

test.group('Several senders', (group) => {
  group.teardown(async () => {
    await db.from('outgoing_mails').delete()
  })

  test('send each mail once', async ({ assert }) => {
    const texts = Array.from({ length: 20 }, (_, number) => `Card ${number}`)
    for (const text of texts) {
      await outbox.post('postcard', { text })
    }

    using fake = mail.fake()
    await Promise.all([sender.sendDue(), sender.sendDue(), sender.sendDue(), sender.sendDue()])

    const sent = fake.mails.sent().map(({ message }) => String(message.toJSON().message.text))
    assert.sameMembers(sent, texts)
    assert.lengthOf(sent, texts.length)
  })

  test('pass over a mail that another one is taking, without waiting', async ({ assert }) => {
    await outbox.post('postcard', { text: 'First' })
    await outbox.post('postcard', { text: 'Second' })
    const other = await db.transaction()
    await other.from('outgoing_mails').orderBy('id').limit(1).forUpdate()

    const taken = await Promise.race([OutgoingMail.take(), setTimeout(2000, null)])
    await other.rollback()
    assert.deepEqual(taken?.payload, { text: 'Second' })
    await db.from('outgoing_mails').delete()
  })

  test('send at once what is handed in while they run, after its transaction', async ({
    assert,
  }) => {
    using fake = mail.fake()
    sender.start()

    try {
      await db.transaction(async (trx) => {
        await outbox.post('postcard', { text: 'Hello' }, trx)
        await setTimeout(50)
        assert.lengthOf(fake.mails.sent(), 0)
      })

      for (let wait = 0; wait < 100 && !fake.mails.sent().length; wait++) {
        await setTimeout(20)
      }
      assert.lengthOf(fake.mails.sent(), 1)
    } finally {
      await sender.stop()
    }
  })
})
