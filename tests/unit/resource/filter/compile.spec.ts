import { test } from '@japa/runner'
import { DateTime, Duration } from 'luxon'
import { Decimal, sql } from '#atrium/model/main'
import { ownDatabase } from '#tests/unit/model/own_database'
import {
  Access,
  Actor,
  E_FILTER,
  compileFilter,
  filter,
  parseFilter,
  unrestricted,
  type FilterNode,
  type FilterTarget,
} from '#atrium/resource/main'

import {
  Label,
  models,
  people,
  Person,
  Rating,
  Remark,
  remarks,
  Specimen,
  specimens,
} from './specimens.ts'

const berlin = { zone: 'Europe/Berlin' }
const all = unrestricted(specimens, Actor.guest(berlin))

/** Titles of the specimens that meet a filter */
async function found(text: string | FilterNode, target: FilterTarget = all) {
  const node = typeof text === 'string' ? parseFilter(text) : text
  const condition = compileFilter(node, target, 's')
  const { rows } = await Specimen.query().client.rawQuery(
    `select coalesce(title, 'nothing') as title from filter_specimens s where ${condition.text} order by id`,
    [...condition.bindings]
  )
  return rows.map(({ title }: { title: string }) => title).join(' ')
}

function refusal(text: string, target: FilterTarget = all) {
  try {
    compileFilter(parseFilter(text), target, 's')
  } catch (error) {
    if (error instanceof E_FILTER) return error.message
    throw error
  }
  return 'it was compiled'
}

async function plant() {
  const [anna, bert] = await Person.createMany([{ name: 'Anna', password: 'x' }, { name: 'Bert' }])
  const apple = await Specimen.create({
    title: 'Apple',
    code: 'ap',
    secret: 'core',
    small: 5,
    big: 9007199254740993n,
    price: new Decimal('0.30'),
    weight: 0.1,
    ripe: true,
    day: DateTime.utc(2019, 11, 20),
    moment: DateTime.fromISO('2019-11-20T22:30:15.250Z'),
    wall: DateTime.utc(2019, 11, 20, 10, 30),
    clock: '17:30:00',
    length: Duration.fromObject({ days: 7 }),
    status: 'published',
    rank: 'high',
    settings: { 'theme': 'dark', 'size': 12, 'dark mode': { on: true } },
    token: '01999999-0000-7000-8000-000000000001',
    words: ['red', 'sweet'],
    moments: [DateTime.utc(2019, 11, 20, 12)],
    bytes: Buffer.from('x'),
    address: '10.1.2.3',
    ownerId: anna.id,
  })
  const pear = await Specimen.create({
    title: '50%_pear',
    small: 7,
    big: 9007199254740992n,
    price: new Decimal('12'),
    ripe: false,
    moment: DateTime.utc().minus({ hours: 1 }),
    status: 'draft',
    rank: 'higher',
    words: [],
    settings: { size: '12' },
    ownerId: bert.id,
  })
  await Specimen.create({ title: null })

  const [fruit, green] = await Label.createMany([{ name: 'fruit' }, { name: 'green' }])
  await apple.related('labels').attach([fruit.id])
  await pear.related('labels').attach([fruit.id, green.id])
  await Remark.createMany([
    { body: 'crisp', specimenId: apple.id, authorId: bert.id },
    { body: 'a whisper', specimenId: apple.id, authorId: anna.id },
    { body: 'soft', specimenId: pear.id, authorId: anna.id },
  ])
  await Rating.create({ specimenId: pear.id, personId: anna.id, stars: 4 })
  const gone = await Remark.create({ body: 'mouldy', specimenId: apple.id })
  await gone.delete()
}

test.group('Compiled filters', (group) => {
  group.setup(async () => {
    const drop = await ownDatabase(...models)
    await plant()
    return drop
  })

  test('{0} finds {1}')
    .with([
      ['', 'Apple 50%_pear nothing'],
      ['title = Apple', 'Apple'],
      ['title = apple', ''],
      ['title:APP', 'Apple'],
      ['title:"%_"', '50%_pear'],
      ['title = "App*"', 'Apple'],
      ['title = "*pear"', '50%_pear'],
      ['title = "*p*"', 'Apple 50%_pear'],
      ['title:*pple', 'Apple'],
      ['title != Apple', '50%_pear nothing'],
      ['NOT title = Apple', '50%_pear nothing'],
      ['NOT title:pp', '50%_pear nothing'],
      ['title = null', 'nothing'],
      ['title != null', 'Apple 50%_pear'],
      ['-title:*', 'nothing'],
      ['title = (Apple OR null)', 'Apple nothing'],
      ['title != (Apple OR "x")', '50%_pear nothing'],
      ['title = ()', ''],
      ['title > A', 'Apple'],
      ['code = ap', 'Apple'],
      ['small = 5', 'Apple'],
      ['small >= 5 AND small < 7', 'Apple'],
      ['small = (5 OR 7)', 'Apple 50%_pear'],
      ['small = 9223372036854775807', ''],
      ['big = 9007199254740993', 'Apple'],
      ['big > 9007199254740992', 'Apple'],
      ['twice = 18014398509481986', 'Apple'],
      ['price = 0.3', 'Apple'],
      ['price = 0.30000000000000004', ''],
      ['weight = 0.1', 'Apple'],
      ['weight < 1e-1', ''],
      ['ripe = true', 'Apple'],
      ['ripe != true', '50%_pear nothing'],
      ['NOT ripe:false', 'Apple nothing'],
      ['day = 2019-11-20', 'Apple'],
      ['day = 2019-11', 'Apple'],
      ['day <= 2019-11-19', ''],
      ['day > 2019', ''],
      ['day >= today()', ''],
      ['moment = 2019-11-20', 'Apple'],
      ['moment <= 2019-11-19', ''],
      ['moment > 2019-11-19 AND moment < 2019-11-21', 'Apple'],
      ['moment = "2019-11-20T23:30"', 'Apple'],
      ['moment = 2019-11-20T22:30:15.250Z', 'Apple'],
      ['moment = 2019-11-20T22:30:15.251Z', ''],
      ['moment > ago("2h") AND moment <= now()', '50%_pear'],
      ['day < startOf("week") AND moment < ahead("1h")', 'Apple'],
      ['wall = 2019-11-20T10:30', 'Apple'],
      ['wall = today()', ''],
      ['clock >= 17:30', 'Apple'],
      ['length = 7d', 'Apple'],
      ['length > PT167H', 'Apple'],
      ['status = published', 'Apple'],
      ['status:(draft OR published)', 'Apple 50%_pear'],
      ['rank > high', '50%_pear'],
      ['settings:theme', 'Apple'],
      ['settings.theme = dark', 'Apple'],
      ['settings.theme != dark', '50%_pear nothing'],
      ['settings."dark mode".on = true', 'Apple'],
      ['settings.size >= 12', 'Apple'],
      ['settings.size = 12', 'Apple 50%_pear'],
      ['settings.missing:*', ''],
      ['token = 01999999-0000-7000-8000-000000000001', 'Apple'],
      ['words:sweet', 'Apple'],
      ['words:(sour OR red)', 'Apple'],
      ['words:*', 'Apple'],
      ['-words:red', '50%_pear nothing'],
      ['moments:2019-11-20', 'Apple'],
      ['bytes:*', 'Apple'],
      ['address:10.0.0.0/8', 'Apple'],
      ['address = 10.1.2.3', 'Apple'],
      ['owner:*', 'Apple 50%_pear'],
      ['owner = null', 'nothing'],
      ['owner = 1', 'Apple'],
      ['ownerId = (1 OR 2)', 'Apple 50%_pear'],
      ['owner:ann', 'Apple'],
      ['owner.name = Anna', 'Apple'],
      ['owner.name != Anna', '50%_pear nothing'],
      ['owner.name = null', 'nothing'],
      ['remarks.body:soft OR owner.name = Anna', 'Apple 50%_pear'],
      ['remarks.body:mouldy', ''],
      ['remarks.author = 1', 'Apple 50%_pear'],
      ['remarks.author.name = Bert', 'Apple'],
      ['remarks.body != crisp', '50%_pear nothing'],
      ['remarks = 1', 'Apple'],
      ['-remarks:*', 'nothing'],
      ['labels:green', '50%_pear'],
      ['labels = (1 OR 2)', 'Apple 50%_pear'],
      ['labels.name = fruit AND -labels.name = green', 'Apple'],
      ['ratings = 2~1', '50%_pear'],
      ['ratings:(1~1 OR 2~2)', ''],
      ['ratings.stars > 3', '50%_pear'],
      ['owner.ratings.specimen = 2', 'Apple'],
      ['app', 'Apple'],
      ['-app', '50%_pear nothing'],
      ['NOT (title:app OR small > 6)', 'nothing'],
      ['NOT ()', ''],
    ])
    .run(async ({ assert }, [text, titles]) => {
      assert.equal(await found(text), titles)
    })

  test('{0} is refused: {1}')
    .with([
      [
        'titel = x',
        'At 0: "titel" is no field of filter_specimens that can be filtered by. Did you mean "title"?',
      ],
      [
        'small > 1 AND owner.nmae = x',
        'At 20: "nmae" is no field of filter_people that can be filtered by. Did you mean "name"?',
      ],
      ['title.x = 1', 'At 6: title is no relation, and has no "x"'],
      ['small = many', 'At 8: small takes a whole number, not many'],
      ['small = 1.5', 'At 8: small takes a whole number, not 1.5'],
      ['small = 5*', 'At 8: small takes a whole number, not 5*'],
      ['small = (1 OR x)', 'At 14: small takes a whole number, not x'],
      ['ripe = yes', 'At 7: ripe takes true or false, not yes'],
      ['ripe > true', 'At 0: ripe is compared by = != : and not by >'],
      ['status = "drafty"', 'At 9: status takes one of draft, published, not "drafty"'],
      ['words = red', 'At 0: words is compared by : and not by ='],
      ['token = 5', 'At 8: token takes a UUID, not 5'],
      ['bytes = x', 'At 0: Of bytes can only be asked whether there is a value: bytes:*'],
      ['title > (a OR b)', 'At 8: > compares with one value, not with (a OR b)'],
      ['small < null', 'At 8: < compares with one value, not with null'],
      ['title = now()', 'At 8: title takes text, not now()'],
      [
        'title = me',
        'At 8: me is you, and title is no user. Put the word in quotes to look for it',
      ],
      [
        'moment > soon()',
        'At 9: There is no function soon(). For time there are now(), today(), ago(), ahead(), startOf()',
      ],
      ['moment > ago("7x")', 'At 13: ago() takes a length of time such as "7d"'],
      ['moment > now("7d")', 'At 13: now() takes nothing'],
      ['owner > 5', 'At 0: owner is compared by = != : and not by >'],
      ['owner = Anna', 'At 8: owner takes a whole number, not Anna'],
      [
        'owner.filterSpecimens.owner.filterSpecimens.title:x',
        'At 28: A path leads over at most 3 relations',
      ],
      ['ratings = 2', 'At 10: ratings takes a key such as specimenId~personId, not 2'],
      ['title = "\0"', 'At 8: No text has the character 0 in it'],
    ])
    .run(({ assert }, [text, message]) => {
      assert.include(refusal(text), message)
    })

  test('a day is one in the zone of whoever filters', async ({ assert }) => {
    const tokyo = unrestricted(specimens, Actor.guest({ zone: 'Asia/Tokyo' }))
    assert.equal(await found('moment = 2019-11-21', tokyo), 'Apple')
    assert.equal(await found('moment = 2019-11-20', tokyo), '')
  })

  test('me is the key of the user, and nobody for a guest', async ({ assert }) => {
    const anna = unrestricted(specimens, Actor.of(await Person.findByOrFail('name', 'Anna')))
    assert.equal(await found('owner = me', anna), 'Apple')
    assert.equal(await found('ownerId = me()', anna), 'Apple')
    assert.equal(await found('ownerId = (me OR 2)', anna), 'Apple 50%_pear')
    assert.equal(await found('owner.id != me', anna), '50%_pear nothing')
    assert.equal(await found('remarks.author = me', anna), 'Apple 50%_pear')
    assert.include(refusal('labels = me', anna), 'labels is no user')
    assert.include(refusal('id = me', anna), 'id is no user')

    assert.equal(await found('owner = me'), '')
    assert.equal(await found('owner != me'), 'Apple 50%_pear nothing')
  })

  test('what an actor may not read is what there is not', async ({ assert }) => {
    const access = Access.of(specimens, Actor.system())
    const missing = (name: string) => refusal(`${name} = x`, access).replaceAll(name, 'it')

    assert.equal(missing('secret'), missing('absent'))
    assert.equal(
      missing('labels.name').replaceAll('labels', 'absent'),
      missing('absent.name').replaceAll('labels', 'absent')
    )
    assert.equal(
      refusal('owner.password:x', access),
      refusal('owner.passwort:x', access).replace('passwort', 'password')
    )
    assert.notInclude(refusal('secre = x', access), 'secret')
    assert.equal(await found('remarks.body:crisp', access), 'Apple')
  })

  test('rows that an actor may not see are absent', async ({ assert }) => {
    const access = Access.of(specimens, Actor.system())
    assert.equal(await found('remarks.body:whisper', access), '')
    assert.equal(await found('remarks.body:whisper'), 'Apple')
    assert.equal(await found('remarks = 2', access), '')
    assert.equal(await found('NOT remarks.author.name = Anna', access), 'Apple nothing')
  })

  test('words are searched for as the target says, phrases with their quotes', ({ assert }) => {
    const asked: string[] = []
    const searchSql = (text: string) => {
      asked.push(text)
      return sql`true`
    }

    compileFilter(parseFilter('app -"rose garden"'), { ...all, searchSql }, 's')
    assert.deepEqual(asked, ['app', '"rose garden"'])
  })

  test('what code put together is compiled as well', async ({ assert }) => {
    const moment = DateTime.fromISO('2019-11-20T22:30:15.250Z')
    assert.equal(await found(filter`moment = ${moment}`), 'Apple')
    assert.equal(await found(filter`day = ${DateTime.utc(2019, 11, 20)}`), 'Apple')
    assert.equal(
      await found(filter`price = ${new Decimal('0.3')} OR big = ${9007199254740992n}`),
      'Apple 50%_pear'
    )
    assert.equal(await found(filter`ownerId = ${null}`), '')
    assert.throws(() => compileFilter(filter`titel = x`, all, 's'), /no field/)
  })

  test('a list of values and a range use an index', async ({ assert }) => {
    const { text, bindings } = compileFilter(parseFilter('id = (1 OR 2) AND id > 0'), all, 's')
    const { client } = Specimen.query()
    const trx = await client.transaction()
    await trx.rawQuery('set local enable_seqscan = off')
    const { rows } = await trx.rawQuery(`explain select 1 from filter_specimens s where ${text}`, [
      ...bindings,
    ])
    await trx.rollback()
    assert.match(JSON.stringify(rows), /Index Cond: [^"]*ANY/)
  })

  test('a policy filters by the other side of its own resource', async ({ assert }) => {
    const condition = compileFilter(
      parseFilter('specimen.remarks.body = crisp'),
      unrestricted(remarks, Actor.guest()),
      'filter_remarks'
    )
    const { rows } = await Remark.query().client.rawQuery(
      `select id from filter_remarks where ${condition.text} and deleted_at is null order by id`,
      [...condition.bindings]
    )
    assert.deepEqual(
      rows.map(({ id }: any) => Number(id)),
      [1, 2]
    )
    assert.equal(people.table, 'filter_people')
  })
})
