import { glob, readFile } from 'node:fs/promises'
import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import adminConfig from '#config/admin'
import app from '@adonisjs/core/services/app'
import i18nManager from '@adonisjs/i18n/services/main'
import * as modelErrors from '#atrium/model/main'
import * as resourceErrors from '#atrium/resource/main'
import { phraseFor, phrases as rulePhrases } from '#app/web/validation/phrases'
import { keyOf, resources, type ResourceRegistry } from '#atrium/resource/main'

import { Reader } from '#atrium/interfaces/admin/reader'
import { phrases } from '#atrium/interfaces/admin/language/phrases'
import { resourcesIn } from '#atrium/interfaces/admin/language/worded_resources'
import { Phrasebook } from '#atrium/interfaces/admin/language/phrasebook'

const german = () => i18nManager.getTranslationsFor('de')

/** Everything that resources call something, by the key of its translation. */
function labelsOf(registry: ResourceRegistry) {
  const asked = new Map<string, string>()
  const named = registry.in({
    of: (key, said) => {
      asked.set(key, said)
      return german()[key] ?? said
    },
    within: (label) => label,
  })

  for (const resource of named.all()) {
    void [resource.label, resource.labelPlural, resource.group, resource.fields, resource.relations]
    void [resource.form, resource.actions]
  }
  return asked
}

/** The names in braces. */
function placeholders(text: string) {
  return [...new Set(Array.from(text.matchAll(/\{\s*(\w+)\s*[},]/g), ([, name]) => name))].sort()
}

type ErrorClass = { code: string; status: number; message: string }

/** What errors say that are made to be answered, with their `%s` filled in. */
async function refusals() {
  const root = app.makePath('atrium')
  const files = await Array.fromAsync(glob('interfaces/admin/**/errors.ts', { cwd: root }))
  const ofAdmin = await Promise.all(files.map((file) => import(`${root}/${file}`)))

  return [modelErrors, resourceErrors, ...ofAdmin]
    .flatMap((module) => Object.values(module) as unknown as ErrorClass[])
    .filter(
      (one) => typeof (one as unknown) === 'function' && one.code && one.message && one.status < 500
    )
    .map(({ message }) => message.replaceAll('%s', 'Something'))
    .filter((message) => !/^(Something ?)+$/.test(message.replaceAll('"', '')))
}

/** What filters are refused with, as the sources say it, with names and values filled in. */
async function filterProblems() {
  const root = app.makePath('atrium/resource/filter')
  const files = await Array.fromAsync(glob('**/*.ts', { cwd: root }))
  const texts = await Promise.all(files.map((file) => readFile(`${root}/${file}`, 'utf8')))

  return texts
    .flatMap((text) => [...text.matchAll(/new E_FILTER\([^;]*?\n? *\)(?=\n|$)|\btakes: .*/gm)])
    .flatMap(([text]) => [...text.matchAll(/`((?:[^`\\])+)`|'([^'\n]+)'/g)])
    .map(([, template, plain]) => (template ?? plain).replace(/\$\{.*?\}(?=\W|$)/g, 'x'))
    .filter((sentence) => / /.test(sentence.trim()) && !sentence.startsWith('. '))
}

test.group('A language without texts', () => {
  test('says everything as it is described, in English', ({ assert }) => {
    const french = i18nManager.locale('fr')

    assert.strictEqual(resourcesIn(french), resources)
    assert.equal(
      new Phrasebook(french).say('You may not list articles'),
      'You may not list articles'
    )
    assert.equal(new Reader(french).number(9_812_331), '9\u202f812\u202f331')
  })
})

test.group('German', () => {
  test('has a word for every resource, field, choice, relation, form and action', ({ assert }) => {
    const asked = labelsOf(resources)
    const missing = [...asked].filter(([key]) => german()[key] === undefined)

    assert.isAbove(asked.size, 100)
    assert.deepEqual(missing, [])
  })

  test('has no word for what there is not', ({ assert }) => {
    const asked = labelsOf(resources)
    const names = resources.all().map(({ name }) => name)
    const unused = Object.keys(german()).filter((key) => {
      const [file, name] = key.split('.')
      return file === 'resources' && names.includes(name) && !asked.has(key)
    })

    assert.deepEqual(unused, [])
  })

  test('has every title of the dashboard', ({ assert }) => {
    const titles = adminConfig.dashboard!.map(({ title }) => `dashboard.${keyOf(title)}`)
    assert.deepEqual(
      titles.filter((key) => german()[key] === undefined),
      []
    )
  })

  test('has every text of the admin, with the same places to fill', ({ assert }) => {
    const english = {
      ...i18nManager.getTranslationsFor('en'),
      ...Object.fromEntries(Object.entries(phrases).map(([key, text]) => [`phrases.${key}`, text])),
    }
    const places = (texts: Record<string, string>, key: string) =>
      texts[key] === undefined ? 'missing' : placeholders(texts[key]).join()

    for (const key of Object.keys(english)) {
      assert.equal(places(german(), key), places(english, key), key)
    }
    const own = /^(resources|resource_groups|dashboard|environment|validator)\./
    const more = Object.keys(german()).filter((key) => !own.test(key) && !(key in english))
    assert.deepEqual(more, [])
  })

  test('says everything that is made to be answered', async ({ assert }) => {
    const phrasebook = new Phrasebook(i18nManager.locale('de'))
    const said = await refusals()

    assert.isAbove(said.length, 20)
    assert.deepEqual(
      said.filter((message) => phrasebook.say(message) === message),
      []
    )
  })

  test('says what is wrong with filters, whatever it is', async ({ assert }) => {
    const phrasebook = new Phrasebook(i18nManager.locale('de'))
    const said = await filterProblems()

    assert.isAbove(said.length, 40)
    assert.deepEqual(
      said.filter((message) => phrasebook.say(message) === message),
      []
    )
  })

  test('says sentences that are put together, each with its names', ({ assert }) => {
    const phrasebook = new Phrasebook(i18nManager.locale('de'))
    const say = (text: string) => phrasebook.say(text)

    assert.equal(
      say('The role editor grants update on articles. The role member grants * on users'),
      'Die Rolle editor gibt das Recht: ändern (Artikel). Die Rolle member gibt das Recht: * (Benutzer)'
    )
    assert.equal(
      say("title: can't be blank; body: must be text"),
      'title: darf nicht leer sein; body: muss Text sein'
    )
    assert.equal(say('id takes one of a, b, not c'), 'id erwartet eines von a, b, nicht c')
    assert.equal(
      say('is too short (minimum is 1,200 characters)'),
      'ist zu kurz (mindestens 1.200 Zeichen)'
    )
    assert.equal(say('What nobody translated'), 'What nobody translated')
    assert.equal(say('id takes text, not text'), 'id erwartet Text, nicht text')
    assert.equal(phrasebook.sayWhole('May do everything'), 'Darf alles')
    assert.equal(phrasebook.sayWhole('Own words, text'), 'Own words, text')
  })

  test('writes numbers, days and moments as Germans do', ({ assert }) => {
    const reader = new Reader(i18nManager.locale('de'), 'Europe/Berlin')
    const moment = DateTime.fromISO('2026-03-03T17:05:00Z')

    assert.equal(reader.number(9_812_331), '9.812.331')
    assert.equal(
      reader.i18n.t('admin_list.count.about', { number: reader.about(9_812_331) }),
      'etwa 9,8 Millionen Einträge'
    )
    assert.equal(reader.day(moment), '3. März 2026')
    assert.equal(reader.moment(moment), '3. März 2026, 18:05')
    assert.equal(reader.since(DateTime.utc().minus({ minutes: 3 })), 'vor 3 Minuten')
  })

  test('says what every rule says, and English the same as the validators', ({ assert }) => {
    const facts = { min: 2, max: 3, size: 4, substring: 'a', otherField: 'b' }
    const english = i18nManager.locale('en')

    for (const rule of Object.keys(rulePhrases)) {
      const key = `validator.shared.messages.${rule}`
      assert.equal(english.t(key, facts), phraseFor(rule, facts))
      assert.isDefined(german()[key], key)
    }
  })
})
