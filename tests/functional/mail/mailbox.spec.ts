import { test } from '@japa/runner'
import { join } from 'node:path'
import { rm } from 'node:fs/promises'
import { mailboxFolder } from '#config/mail'
import { Mailbox } from '#app/mail/mailbox'
import mail from '@adonisjs/mail/services/main'

import { Visitor } from '../accounts/visitor.ts'

const TO = 'mailbox-test@example.com'

async function send() {
  await mail.use('mailbox').send((message) => {
    message
      .to(TO)
      .subject('Look <b>here</b>')
      .text('Follow http://127.0.0.1/x?y=1 to the end')
      .html('<html><head></head><body><script>alert(1)</script><p>Hello</p></body></html>')
  })
}

const kept = async () => (await new Mailbox(mailboxFolder).latest()).filter(({ to }) => to === TO)

test.group('The mailbox of those who develop', (group) => {
  group.each.teardown(async () => {
    for (const { id } of await kept()) {
      await rm(join(mailboxFolder, `${id}.json`))
    }
  })

  test('lists mails and shows each, with its links', async ({ assert }) => {
    await send()
    const [{ id }] = await kept()

    const list = await new Visitor().get('/dev/mail')
    assert.include(list.text, `/dev/mail/${id}`)
    assert.include(list.text, 'Look &lt;b&gt;here&lt;/b&gt;')

    const { status, text } = await new Visitor().get(`/dev/mail/${id}`)
    assert.equal(status, 200)
    assert.include(text, 'href="http://127.0.0.1/x?y=1"')
    assert.notInclude(text, '<script>alert(1)')
  })

  test('shows HTML in a frame that may do nothing', async ({ assert }) => {
    await send()
    const [{ id }] = await kept()
    const { headers, text } = await new Visitor().get(`/dev/mail/${id}/html`)

    assert.include(text, '<p>Hello</p>')
    assert.equal(headers.get('x-frame-options'), 'SAMEORIGIN')
    const policy = headers.get('content-security-policy')!
    assert.match(policy, /default-src 'none'.*frame-ancestors 'self'.*sandbox/)
    assert.notMatch(policy, /script-src|allow-scripts|allow-same-origin/)
  })

  test('leads out of its folder for nobody', async ({ assert }) => {
    for (const id of ['..%2f..%2fpackage', '0000000000000-x', '../x', '1795181067227-%00']) {
      assert.equal((await new Visitor().get(`/dev/mail/${id}`)).status, 404, id)
    }
    assert.isNull(await new Mailbox(mailboxFolder).find('../../package'))
  })
})
