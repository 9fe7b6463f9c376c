import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import Tag from '#app/publishing/models/tag'
import testUtils from '@adonisjs/core/services/test_utils'

import { administrator } from './people.ts'
import { archive, textCell, workbook } from './import_workbook.ts'
import { checkOf, countsIn, runChecked, upload, type Person } from './import_steps.ts'

/** What somebody reads who uploads a file of tags and looks what would happen. */
async function answerTo(client: ApiClient, person: Person, content: string | Buffer) {
  const { answer, address } = await upload(client, person, content, 'rows.csv', 'tags')
  return address ? checkOf(client, person, address) : answer.text()
}

/** Names of the tags that came of a file. */
async function tagsFrom(client: ApiClient, person: Person, content: string | Buffer) {
  const { address } = await upload(client, person, content, 'rows.csv', 'tags')
  await runChecked(client, person, address)
  const tags = await Tag.query().orderBy('id')
  return tags.map(({ name }) => name)
}

function row(number: number, ...cells: string[]) {
  return `<row r="${number}">${cells.join('')}</row>`
}

test.group('Files that are no tables', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('are refused with what is wrong, and where', async ({ client, assert }) => {
    const person = await administrator()
    const hostile: Record<string, [content: string | Buffer, says: RegExp]> = {
      'nothing': ['', /Choose a file|empty/],
      'blank lines': ['\n\n', /The file is empty/],
      'only headings': ['Name\n', /no line after them/],
      'only headings in a workbook': [workbook(row(1, textCell('Name'))), /no line after them/],
      'open quotes': ['Name\n"a\nb', /Line \d cannot be read/],
      'a quote in the middle': ['Name\nok\na"b\n', /Line 3 cannot be read/],
      'open quotes far down': [`Name\n${'x\n'.repeat(900)}"y\nz`, /Line 90\d cannot be read/],
      'a line without an end': [`Name\n${'x'.repeat(10 * 1024 * 1024)}`, /Line 2 is too long/],
      'a cell without an end': [
        workbook(row(1, textCell('Name')) + row(2, textCell('x'.repeat(2 ** 21)))),
        /Line 2 is too long/,
      ],
      'many columns': [`${'a,'.repeat(10_000)}a\n1`, /Line 1 has more than 200 columns/],
      'many columns in a workbook': [
        workbook(row(1, '<c r="XFD1"><v>1</v></c>')),
        /Line 1 has more than 200 columns/,
      ],
      'zero bytes': ['Name\na\0b', /neither text nor/],
      'a program': [Buffer.from([0x4d, 0x5a, 0, 0, 1, 2, 3]), /neither text nor/],
      'a picture': [Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /neither text nor/],
      'an old workbook': [Buffer.from('d0cf11e0a1b11ae100', 'hex'), /old Excel file/],
      'half a workbook': [workbook(row(1, textCell('Name'))).subarray(0, 700), /damaged/],
      'no workbook': [archive({ 'a.txt': 'Name\nx' }), /damaged/],
      'a bomb': [workbook(row(1, textCell('Name')), 0xfffffffe), /larger than 100 MB/],
      'a formula without a value': [
        workbook(row(1, textCell('Name')) + row(2, '<c r="A2"><f>NOW()</f></c>')),
        /formula in cell A2 was never worked out/,
      ],
      'a column that no sheet has': [workbook(row(1, '<c r="ZZZZZZ1"><v>1</v></c>')), /damaged/],
    }

    for (const [name, [content, says]] of Object.entries(hostile)) {
      const text = await answerTo(client, person, content)
      assert.match(text, says, name)
    }
    assert.lengthOf(await Tag.all(), 0)
  }).timeout(60_000)

  test('that say less than they unpack to are read no further than they say', async ({
    client,
    assert,
  }) => {
    const person = await administrator()
    const rows = row(1, textCell('x'.repeat(64 * 1024 * 1024)))
    const liar = workbook(rows, 1_000)
    const before = process.memoryUsage().rss
    assert.match(await answerTo(client, person, liar), /damaged/)
    assert.isBelow(process.memoryUsage().rss - before, 48 * 1024 * 1024)
  })
})

test.group('Tables of other programs', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  const TEXT = 'Name;Other\r\nGärten;1\r\n“Über”;2\r\n'
  const encodings: Record<string, Buffer> = {
    'UTF-8': Buffer.from(TEXT),
    'UTF-8 with a mark': Buffer.from(`\uFEFF${TEXT}`),
    'UTF-16': Buffer.from(`\uFEFF${TEXT}`, 'utf16le'),
    'UTF-16, the other way round': Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16(),
    'Windows': Buffer.from(TEXT.replace('“', '\x93').replace('”', '\x94'), 'latin1'),
    'old Mac': Buffer.from(TEXT.replaceAll('\r\n', '\r')),
  }
  for (const [name, content] of Object.entries(encodings)) {
    test(`are read: ${name}`, async ({ client, assert }) => {
      const person = await administrator()
      assert.deepEqual(await tagsFrom(client, person, content), ['Gärten', '“Über”'])
    })
  }

  test('keep numbers that are text, and hold what their formulas came to', async ({
    client,
    assert,
  }) => {
    const person = await administrator()
    const cells = [
      textCell('007'),
      '<c><f>1+1</f><v>2</v></c>',
      '<c t="str"><f>"a"&amp;"b"</f><v>ab</v></c>',
      '<c t="b"><v>1</v></c>',
      textCell('c_x0000_d'),
      '<c t="str"><f>""</f><v></v></c>',
    ]
    const rows = cells.map((cell, index) => row(index + 2, cell)).join('')
    const names = await tagsFrom(client, person, workbook(row(1, textCell('Name')) + rows))
    assert.deepEqual(names, ['007', '2', 'ab', 'true', 'cd'])
  })

  test('are not taken at their word where a value could not be worked out', async ({
    client,
    assert,
  }) => {
    const person = await administrator()
    const rows = row(2, '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>') + row(3, textCell('fine'))
    const check = await answerTo(client, person, workbook(row(1, textCell('Name')) + rows))

    assert.include(check, 'Name holds #DIV/0!, which the spreadsheet could not work out')
    assert.deepInclude(countsIn(check), { create: 1, refuse: 1 })
  })

  test('with cells beyond the headings are refused there: something may have slipped', async ({
    client,
    assert,
  }) => {
    const person = await administrator()
    const check = await answerTo(client, person, 'Name,Other\nSmith, John,x\nfine,x\nalso,x,,\n')

    assert.match(check, /<td class="is-number">2<\/td>[^]*more cells than the 2 columns/)
    assert.deepInclude(countsIn(check), { create: 2, refuse: 1 })
  })
})
