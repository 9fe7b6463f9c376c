import { field } from '#atrium/model/main'

import { modelOf } from '../model_of.ts'
import type { Case } from '../case.ts'

type Decorator = Parameters<typeof modelOf>[1][string]

const id = field.id()

/** One column of a table, before and after */
const column = (from: Decorator, to: Decorator) => ({
  before: () => [modelOf('things', { id, value: from })],
  after: () => [modelOf('things', { id, value: to })],
})

/** Rows with these values of SQL */
const holding = (...values: string[]) => [
  `insert into things (value) values ${values.map((value) => `(${value})`).join(', ')}`,
]

const all = `select string_agg(value::text, '|' order by id) from things`
const without = ['planners.changeType']
const asks = ['convert:things.value']
const answer = (value: string) => ({ 'convert:things.value': value })

export const types: Case[] = [
  {
    name: '21 a string gets longer without a rewrite',
    ...column(field.string({ max: 10 }), field.string({ max: 20 })),
    rows: holding(`'abc'`),
    up: [[all, 'abc']],
    down: [[all, 'abc']],
    without,
  },
  {
    name: '22 a string gets shorter and no row is too long: the migration stops where one is',
    ...column(field.string({ max: 10 }), field.string({ max: 3 })),
    rows: holding(`'abc'`),
    up: [[all, 'abc']],
    down: [[all, 'abc']],
    without,
  },
  {
    name: '22 a string gets shorter and rows are cut, once that is accepted',
    ...column(field.string({ max: 10 }), field.string({ max: 3 })),
    rows: holding(`'abcdef'`, `'xy'`),
    asks,
    answers: answer('lose'),
    loses: [/things\.value/],
    up: [[all, 'abc|xy']],
    down: [[all, 'abc|xy']],
    without: ['deciders.changeType'],
  },
  {
    name: '22 a string gets shorter and rows are not to be cut: nothing is changed',
    ...column(field.string({ max: 10 }), field.string({ max: 3 })),
    rows: holding(`'abcdef'`, `'xy'`),
    asks,
    answers: answer('stop'),
    stops: /value/,
    without: ['deciders.changeType'],
  },
  {
    name: '23 a string becomes a text',
    ...column(field.string({ max: 10 }), field.text()),
    rows: holding(`'abc'`),
    up: [[all, 'abc']],
    down: [[all, 'abc']],
    without,
  },
  {
    name: '23 a text becomes a string and rows are cut',
    ...column(field.text(), field.string({ max: 3 })),
    rows: holding(`'abcdef'`),
    asks,
    answers: answer('lose'),
    loses: [/things\.value/],
    up: [[all, 'abc']],
    down: [[all, 'abc']],
    without,
  },
  {
    name: '24 an integer becomes a bigint',
    ...column(field.integer(), field.bigint()),
    rows: holding('2147483647'),
    up: [[all, '2147483647']],
    down: [[all, '2147483647']],
    notes: [/rewrit/i],
    without,
  },
  {
    name: '25 a bigint becomes an integer and every value fits',
    ...column(field.bigint(), field.integer()),
    rows: holding('5'),
    up: [[all, '5']],
    down: [[all, '5']],
    without,
  },
  {
    name: '25 a bigint becomes an integer and a value does not fit',
    ...column(field.bigint(), field.integer()),
    rows: holding('5', '9007199254740993'),
    asks,
    answers: answer('stop'),
    stops: /value/,
    without: ['deciders.changeType'],
  },
  {
    name: '25 an integer becomes a small one',
    ...column(field.integer(), field.integer({ bits: 16 })),
    rows: holding('32767'),
    up: [[all, '32767']],
    down: [[all, '32767']],
    without,
  },
  {
    name: '26 a decimal loses digits only when that is accepted',
    ...column(
      field.decimal({ precision: 10, scale: 4 }),
      field.decimal({ precision: 10, scale: 2 })
    ),
    rows: holding('1.2345', '2.5000'),
    asks,
    answers: answer('lose'),
    loses: [/things\.value/],
    up: [[all, '1.23|2.50']],
    without: ['deciders.changeType'],
  },
  {
    name: '26 a decimal with fewer digits in all stops at a value that is too large',
    ...column(
      field.decimal({ precision: 10, scale: 2 }),
      field.decimal({ precision: 4, scale: 2 })
    ),
    rows: holding('12345.67'),
    asks,
    answers: answer('stop'),
    stops: /value/,
    without: ['deciders.changeType'],
  },
  {
    name: '26 a decimal gets more digits before and behind the point',
    ...column(
      field.decimal({ precision: 6, scale: 2 }),
      field.decimal({ precision: 20, scale: 4 })
    ),
    rows: holding('1.25'),
    up: [[all, '1.2500']],
    down: [[all, '1.25']],
    without,
  },
  {
    name: '26 an integer becomes a decimal, exactly',
    ...column(field.bigint(), field.decimal({ precision: 20, scale: 2 })),
    rows: holding('9007199254740993'),
    up: [[all, '9007199254740993.00']],
    down: [[all, '9007199254740993']],
    without,
  },
  {
    name: '27 a moment becomes a day and loses its time only when that is accepted',
    ...column(field.timestamp(), field.date()),
    rows: holding(`'2024-05-06 07:08:09Z'`),
    asks,
    answers: answer('lose'),
    loses: [/things\.value/],
    up: [[all, '2024-05-06']],
    down: [[`select value at time zone 'UTC' from things`, '2024-05-06 00:00:00']],
    without: ['deciders.changeType'],
  },
  {
    name: '27 moments that are midnight become days without a loss',
    ...column(field.timestamp(), field.date()),
    rows: holding(`'2024-05-06 00:00:00Z'`),
    up: [[all, '2024-05-06']],
    without,
  },
  {
    name: '27 a day becomes a moment',
    ...column(field.date(), field.timestamp()),
    rows: holding(`'2024-05-06'`),
    up: [[`select value at time zone 'UTC' from things`, '2024-05-06 00:00:00']],
    down: [[all, '2024-05-06']],
    without,
  },
  {
    name: '28 a time without a zone becomes a moment of a zone that is asked for',
    ...column(field.timestamp({ zone: false }), field.timestamp()),
    rows: holding(`'2024-05-06 07:00:00'`),
    asks,
    answers: answer('Europe/Vienna'),
    up: [[`select value at time zone 'UTC' from things`, '2024-05-06 05:00:00']],
    down: [[all, '2024-05-06 07:00:00']],
    without: ['deciders.changeType'],
  },
  {
    name: '29 texts become numbers where all of them are numbers',
    ...column(field.text(), field.integer()),
    rows: holding(`'12'`, `' 7 '`),
    up: [[all, '12|7']],
    down: [[all, '12|7']],
    without,
  },
  {
    name: '29 texts that are no numbers are listed, and the migration stops',
    ...column(field.text(), field.integer()),
    rows: holding(`'12'`, `'zwölf'`),
    asks,
    answers: answer('stop'),
    stops: /value/,
    without: ['deciders.changeType'],
  },
  {
    name: '29 texts become numbers in a way of your own',
    ...column(field.text(), field.integer()),
    rows: holding(`'12'`, `'zwölf'`),
    asks,
    answers: answer(`case value when 'zwölf' then 12 else value::integer end`),
    up: [[all, '12|12']],
    down: [[all, '12|12']],
    without: ['deciders.changeType'],
  },
  {
    name: '29 texts become UUIDs',
    ...column(field.text(), field.uuid()),
    rows: holding(`'018f0000-0000-7000-8000-000000000001'`),
    up: [[all, '018f0000-0000-7000-8000-000000000001']],
    down: [[all, '018f0000-0000-7000-8000-000000000001']],
    without,
  },
  {
    name: '29 texts become JSON',
    ...column(field.text(), field.json()),
    rows: holding(`'{"a":1}'`),
    up: [[`select value->>'a' from things`, '1']],
    without,
  },
  {
    name: '29 texts become booleans',
    ...column(field.string({ max: 5, default: 'no' }), field.boolean({ default: false })),
    rows: holding(`'yes'`, `'no'`),
    up: [[all, 'true|false']],
    without,
  },
  {
    name: '29 texts become days',
    ...column(field.text(), field.date()),
    rows: holding(`'2024-05-06'`),
    up: [[all, '2024-05-06']],
    down: [[all, '2024-05-06']],
    without,
  },
  {
    name: '30 a value becomes a list of one',
    ...column(field.text(), field.array('text')),
    rows: holding(`'a'`),
    up: [[all, '{a}']],
    down: [[all, 'a']],
    without,
  },
  {
    name: '30 a list becomes its first value only when that is accepted',
    ...column(field.array('text'), field.text({ nullable: true })),
    rows: holding(`array['a', 'b']`, `array['c']`),
    asks,
    answers: answer('lose'),
    loses: [/things\.value/],
    up: [[all, 'a|c']],
    down: [[all, '{a}|{c}']],
    without: ['deciders.changeType'],
  },
  {
    name: '29 a boolean becomes an integer, and a default follows its type',
    ...column(field.boolean({ default: true }), field.integer({ default: 1 })),
    rows: holding('true', 'false'),
    up: [[all, '1|0']],
    down: [[all, 'true|false']],
    without,
  },
]
