import { test } from '@japa/runner'
import { readArguments } from '#atrium/migrations/main'

const asked = { options: {}, values: [], of: '', target: null }

test.group('Fields that are asked for on the command line', () => {
  test('have a name, a kind and options in braces', ({ assert }) => {
    assert.deepEqual(
      readArguments([
        'title',
        'number:string{unique}',
        'sku:string{32,index}',
        'amount:decimal{12,2}',
        'due:date?',
        'status:enum{draft,sent,default=draft}',
        'tags:array{text}{nullable}',
        'customer:references{User,cascade}?',
      ]),
      [
        { ...asked, name: 'title', kind: 'string' },
        { ...asked, name: 'number', kind: 'string', options: { unique: 'true' } },
        { ...asked, name: 'sku', kind: 'string', options: { max: '32', index: 'true' } },
        { ...asked, name: 'amount', kind: 'decimal', options: { precision: '12', scale: '2' } },
        { ...asked, name: 'due', kind: 'date', options: { nullable: 'true' } },
        {
          ...asked,
          name: 'status',
          kind: 'enum',
          options: { default: `'draft'` },
          values: ['draft', 'sent'],
        },
        { ...asked, name: 'tags', kind: 'array', options: { nullable: 'true' }, of: 'text' },
        {
          ...asked,
          name: 'customer',
          kind: 'references',
          options: { onDelete: `'cascade'`, nullable: 'true' },
          target: 'User',
        },
      ]
    )
  })

  test('are put together again when bash took their braces apart', ({ assert }) => {
    const expanded = [
      ...['amount:decimal12?', 'amount:decimal2?'],
      ...['status:enumdraft', 'status:enumsent', 'status:enumdefault=draft'],
      ...['number:stringunique', 'number:string20'],
    ]
    const written = [
      'amount:decimal{12,2}?',
      'status:enum{draft,sent,default=draft}',
      'number:string{unique,20}',
    ]

    assert.deepEqual(readArguments(expanded), readArguments(written))
  })

  test('are refused with a guess when they say what nobody knows', ({ assert }) => {
    const refusals: [argument: string, message: RegExp][] = [
      ['number:strng', /"strng" in "number:strng" is no kind of field. Did you mean "string"\?/],
      ['number:string{uniqe}', /"uniqe" in .* Did you mean "unique"\?.* takes: nullable, unique/],
      ['count:integer{5}', /"5" in "count:integer\{5\}" is nothing that such a field takes/],
      ['count:integer{default=five}', /"default=five" in/],
      ['status:enum', /"status:enum" is no field/],
      ['tags:array', /"tags:array" is no field/],
      ['1st:string', /"1st:string" is no field/],
      ['a:constructor', /"constructor" in "a:constructor" is no kind of field/],
    ]

    for (const [argument, message] of refusals) {
      assert.throws(() => readArguments([argument]), message)
    }
    assert.throws(() => readArguments(['a', 'a:text']), /"a" is asked for twice/)
  })
})
