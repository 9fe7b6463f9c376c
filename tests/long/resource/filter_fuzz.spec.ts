import fc from 'fast-check'
import { test } from '@japa/runner'
import { ownDatabase } from '#tests/unit/model/own_database'
import { expressions, anyText } from '#tests/unit/resource/filter/expressions'
import { models, Person, Specimen, specimens } from '#tests/unit/resource/filter/specimens'
import {
  Access,
  Actor,
  compileFilter,
  E_FILTER,
  formatFilter,
  parseFilter,
  unrestricted,
} from '#atrium/resource/main'

const RUNS = 20_000

const fields = [...specimens.fields.keys()]
const relations = [...specimens.relations.keys()]

/** What looks like a filter of specimens: names, operators and values that are mostly right */
const names = fc.oneof(
  fc.constantFrom(...fields, ...relations),
  fc.constantFrom('owner.name', 'remarks.body', 'remarks.author.name', 'settings.a.b', 'absent')
)
const values = fc.oneof(
  anyText,
  fc.constantFrom(
    'me',
    'null',
    '*',
    'now()',
    'today()',
    'ago("7d")',
    'startOf("week")',
    '(1 OR x)'
  ),
  fc.constantFrom('true', '2026-11-20', '9999-12-31', '0001-01-01', '2026-02-30', '17:30', 'P1D'),
  fc.constantFrom('1e-400', '1e999', '3.5e38', '9223372036854775808', '-0', '.5', '5.', '0x1'),
  fc.constantFrom('10.0.0.0/33', '::1', 'fe80::1%eth0', '00000000-0000-0000-0000-000000000000'),
  fc.constantFrom(
    'ago("999999y")',
    'ahead("9999y")',
    'ago("P1.5Y")',
    'me()',
    '"*"',
    '"foo*"',
    '5~6'
  ),
  fc.double().map(String),
  fc.bigInt().map(String),
  fc
    .date({ noInvalidDate: false })
    .map((date) => (Number.isNaN(date.valueOf()) ? 'x' : date.toISOString()))
)
const tokens = fc.oneof(
  fc
    .tuple(names, fc.constantFrom('=', '!=', '<', '<=', '>', '>=', ':'), values)
    .map((parts) => parts.join('')),
  fc.constantFrom('AND', 'OR', 'NOT', '(', ')', '-', '"', "'", ','),
  anyText
)
const texts = fc.array(tokens, { maxLength: 6 }).map((parts) => parts.join(' '))

test.group('Filters that nobody would write', (group) => {
  group.tap((each) => each.timeout(600_000))
  group.setup(async () => {
    const drop = await ownDatabase(...models)
    const { id } = await Person.create({ name: 'Anna' })
    await Specimen.create({
      title: 'Apple',
      settings: { a: { b: '5' } },
      words: ['x'],
      ownerId: id,
    })
    return drop
  })

  async function targets() {
    const anna = Actor.of(await Person.firstOrFail(), { zone: 'Europe/Berlin' })
    return [unrestricted(specimens, anna), Access.of(specimens, Actor.system())]
  }

  /** Runs a filter in the database. True if it is none and said so. */
  async function refused(text: string, target: Awaited<ReturnType<typeof targets>>[number]) {
    try {
      const { text: condition, bindings } = compileFilter(parseFilter(text), target, 's')
      const statement = `select count(*) from filter_specimens s where ${condition}`
      await Specimen.query().client.rawQuery(statement, [...bindings])
      return false
    } catch (error) {
      if (error instanceof E_FILTER) return true
      throw error
    }
  }

  test('end in an error of the filter or in rows, never in one of the database', async ({
    assert,
  }) => {
    const [own, limited] = await targets()
    let compiled = 0

    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        if (!(await refused(text, own))) compiled++
        await refused(text, limited)
      }),
      { numRuns: RUNS }
    )
    assert.isAbove(compiled, RUNS / 20)
  })

  test('of any shape end so as well', async () => {
    const [own] = await targets()
    await fc.assert(
      fc.asyncProperty(expressions, async (node) => {
        await refused(formatFilter(node), own)
      }),
      { numRuns: RUNS / 4 }
    )
  })

  test('a filter and its opposite share the rows', async ({ assert }) => {
    const [own] = await targets()
    const count = async (text: string) => {
      const { text: condition, bindings } = compileFilter(parseFilter(text), own, 's')
      const statement = `select count(*) from filter_specimens s where ${condition}`
      const { rows } = await Specimen.query().client.rawQuery(statement, [...bindings])
      return Number(rows[0].count)
    }

    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        if (await refused(text, own)) return
        assert.equal((await count(text)) + (await count(`NOT (${text})`)), 1, text)
      }),
      { numRuns: RUNS / 4 }
    )
  })
})
