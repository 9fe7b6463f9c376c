import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import testUtils from '@adonisjs/core/services/test_utils'
import i18nManager from '@adonisjs/i18n/services/main'
import { Access, Actor, explain, resources, Role } from '#atrium/resource/main'
import Comment from '#app/publishing/models/comment'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

import { administrator, editor } from './people.ts'
import { Phrasebook } from '#atrium/interfaces/admin/language/phrasebook'
import { resourcesIn } from '#atrium/interfaces/admin/language/worded_resources'

type Person = Awaited<ReturnType<typeof administrator>>

/** A browser that asks for German. */
function germans(client: ApiClient, person: Person) {
  return {
    async open(address: string) {
      const answer = await client.get(address).header('accept-language', 'de').loginAs(person)
      return { status: answer.status(), text: answer.text() }
    },
    async send(address: string, form: Record<string, unknown>) {
      const answer = await client
        .post(address)
        .header('accept-language', 'de')
        .form(form)
        .withCsrfToken()
        .redirects(0)
        .loginAs(person)
      return { status: answer.status(), text: answer.text(), location: answer.header('location') }
    },

    async upload(address: string, content: string) {
      const answer = await client
        .post(address)
        .header('accept-language', 'de')
        .file('file', Buffer.from(content), { filename: 'rows.csv' })
        .withCsrfToken()
        .redirects(0)
        .loginAs(person)
      return answer.header('location')!
    },
  }
}

/** What the admin calls something in English, and not in German. */
function englishOnly() {
  const english = i18nManager.getTranslationsFor('en')
  const german = i18nManager.getTranslationsFor('de')
  const words = new Set(
    Object.entries(english)
      .filter(([key]) => key.startsWith('admin') && !key.startsWith('admin.actions.'))
      .map(([, text]) => text)
  )
  for (const resource of resources.all()) {
    const labels = [resource.label, resource.labelPlural, resource.group]
    const parts = [...resource.fields.values(), ...resource.relations.values()]
    const actions = Object.values(resource.actions).map(({ label }) => label!)
    for (const word of [...labels, ...parts.map(({ label }) => label), ...actions]) words.add(word)
  }
  for (const text of Object.values(german)) words.delete(text)
  return words
}

/** What stands on a page or is read aloud: texts, names of controls, placeholders. */
function textsOf(html: string) {
  const shown = html.replace(/<(script|style|code|pre|datalist)\b.*?<\/\1>/gs, '')
  const texts = Array.from(shown.matchAll(/>([^<>]+)</g), ([, text]) => text)
  const names = Array.from(
    shown.matchAll(/\b(?:aria-label|title|placeholder|label)="([^"]+)"/g),
    ([, text]) => text
  )
  return [...texts, ...names].map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean)
}

test.group('The admin in German', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('has no screen with an English text', async ({ client, assert }) => {
    const person = await administrator()
    const browser = germans(client, person)
    const article = await ArticleFactory.merge({ authorId: person.id, title: 'Möhren' }).create()
    const comment = await Comment.create({ authorId: person.id, articleId: article.id, body: 'Ja' })
    const role = await Role.findByOrFail('name', 'editor')
    const { location: selection } = await browser.send('/admin/articles/selections', {
      all: '1',
      filter: `authorId=${person.id}`,
    })
    const row = `/admin/articles/${article.id}`
    const addresses = [
      '/admin',
      '/admin/search?q=M%C3%B6hren',
      `/admin/explain?user=${person.id}&resource=articles&action=update&key=${article.id}`,
      `/admin/impersonations/new/${(await editor()).id}`,
      ...['articles', 'role_grants', 'sessions', 'tags'].map((name) => `/admin/${name}`),
      ...['new', 'facets', 'settings', 'examine', 'import'].map(
        (name) => `/admin/articles/${name}`
      ),
      '/admin/articles?filter=title%3AM%20AND%20author%3A*&q=M%C3%B6hren',
      '/admin/articles?filter=nonsense%3D1',
      '/admin/comments/trash',
      ...['', '/edit', '/delete', '/history', '/actions/withdraw', '/related/comments'].map(
        (screen) => row + screen
      ),
      `/admin/comments/${comment.id}/edit`,
      ...['', '/edit', '/history'].map((screen) => `/admin/users/${person.id}${screen}`),
      `/admin/users/${person.id}/actions/signOut`,
      ...['', '/edit'].map((screen) => `/admin/roles/${role.id}${screen}`),
      ...['', '/edit', '/delete', '/actions/publish'].map((screen) => selection + screen),
    ]

    const english = englishOnly()
    assert.isAbove(english.size, 300)
    for (const address of addresses) {
      const { status, text } = await browser.open(address)
      assert.oneOf(status, [200, 400], address)
      assert.match(text, /<html\s+lang="de"/, address)
      assert.deepEqual(
        textsOf(text).filter((one) => english.has(one)),
        [],
        address
      )
    }
  }).timeout(60_000)

  test('says what is wrong with a form', async ({ client, assert }) => {
    const browser = germans(client, await administrator())
    const { status, text } = await browser.send('/admin/articles', { title: 'a'.repeat(300) })

    assert.equal(status, 422)
    assert.match(text, /Titel ist zu lang \(höchstens \d+ Zeichen\)\./)
    assert.include(text, 'Inhalt darf nicht leer sein.')
    assert.notMatch(text, /too long|can&#39;t be blank|can't be blank/)
  })

  test('knows the columns of a file by German headings, in English too, and says why lines are refused', async ({
    client,
    assert,
  }) => {
    const person = await administrator()
    const browser = germans(client, person)
    const address = await browser.upload(
      '/admin/articles/import',
      `Titel;Zusammenfassung;Inhalt;Autor\r\n${'a'.repeat(300)};Kurz;Text;${person.username}\r\n`
    )

    const { text } = await browser.open(address)
    assert.match(text, /value="title"\s+selected/)
    assert.match(text, /value="body"\s+selected/)

    const english = await client.get(address).header('accept-language', 'en').loginAs(person)
    assert.match(english.text(), /value="description"\s+selected/)

    await browser.send(address, { columns: ['title', 'description', 'body', 'authorId'] })
    const check = await browser.open(`${address}?step=check`)
    assert.match(check.text, /Titel ist zu lang \(höchstens \d+ Zeichen\)/)
  })

  test('says why rows of a selection were left out', async ({ client, assert }) => {
    const person = await administrator()
    const browser = germans(client, person)
    const taken = await ArticleFactory.merge({ authorId: person.id }).apply('draft').create()
    const { location } = await browser.send('/admin/articles/selections', { keys: [taken.id] })
    await browser.send(`/admin/articles/${taken.id}/actions/publish`, {})

    const run = await browser.send(`${location}/actions/publish`, { reason: 'Jetzt' })
    const { text } = await browser.open(run.location!)
    assert.include(text, 'Veröffentlichen')
    assert.include(text, '„Veröffentlichen“ geht hier nicht (Artikel)')
    const csv = await browser.open(`${run.location}/problems.csv`)
    assert.include(csv.text, 'geht hier nicht (Artikel)')
  })

  test('says what is wrong with a filter, and where', async ({ client, assert }) => {
    const browser = germans(client, await administrator())
    const problem = async (filter: string) =>
      (await browser.open(`/admin/articles?filter=${encodeURIComponent(filter)}`)).text

    assert.include(await problem('titel=1'), '„titel“ ist kein Feld, nach dem sich filtern lässt')
    assert.include(await problem('id=many'), 'id erwartet eine ganze Zahl, nicht')
    assert.include(await problem('(id=1'), 'Diese Klammer wird nie geschlossen')
  })

  test('says why somebody may not do something', async ({ client, assert }) => {
    const browser = germans(client, await editor())
    const { status, text } = await browser.open('/admin/articles/examine')

    assert.equal(status, 403)
    assert.include(text, 'Nicht erlaubt')
    assert.notInclude(text, 'You may not')
  })

  test('names the fields of a form that is sent back', async ({ client, assert }) => {
    const person = await administrator()
    const other = await editor()
    const form = `/admin/impersonations/new/${other.id}`
    const answer = await client
      .post('/admin/impersonations')
      .header('accept-language', 'de')
      .header('referer', `http://${process.env.HOST}:${process.env.PORT}${form}`)
      .form({ user: String(other.id), reason: 'x', password: 'wrong' })
      .withCsrfToken()
      .redirects(0)
      .loginAs(person)

    assert.deepEqual(answer.flashMessage('inputErrorsBag'), {
      reason: ['Grund ist zu kurz (mindestens 3 Zeichen)'],
    })
  })

  test('explains policies and describes roles', async ({ client, assert }) => {
    const person = await administrator()
    const browser = germans(client, person)

    const { text } = await browser.open(
      `/admin/explain?user=${person.id}&resource=articles&action=delete`
    )
    assert.include(text, `Ja, ${person.username} darf: löschen (Artikel`)
    assert.include(text, 'Die Rolle administrator darf alles, was keine Richtlinie verweigert')
    assert.include((await browser.open('/admin/roles')).text, 'Darf alles')
  })

  test('explains every action of every resource to every role', async ({ assert }) => {
    const i18n = i18nManager.locale('de')
    const phrasebook = new Phrasebook(i18n)
    const author = await UserFactory.create()
    await author.takeOnRoles('author')
    const people = [null, await UserFactory.create(), author, await editor(), await administrator()]
    const said = new Set<string>()

    for (const person of people) {
      const actor = await Actor.of(person).load()
      for (const resource of resourcesIn(i18n).all()) {
        for (const action of resource.actionNames) {
          const { reasons } = await explain(Access.of(resource, actor), action)
          for (const { text } of reasons) said.add(phrasebook.say(text))
        }
      }
    }
    const english = /\b(the|roles?|grants|on|lets|reach|rows?|there|made|by|would|where)\b/i
    assert.isAbove(said.size, 50)
    assert.deepEqual(
      [...said].filter((text) => english.test(text.replace(/gilt .*|\brole_grants\b/, ''))),
      []
    )
  })

  test('is chosen in the menu, and stays on the same page', async ({ client, assert }) => {
    const person = await administrator()
    const { text } = await germans(client, person).open('/admin/articles?sort=title&q=a')
    assert.match(text, /href="\/admin\/articles\?sort=title&(amp;|#38;)?q=a&(amp;|#38;)?lang=en"/)

    const answer = await client.get('/admin/articles?lang=en').loginAs(person)
    assert.match(String(answer.header('set-cookie')), /lang=en;/)
  })
})
