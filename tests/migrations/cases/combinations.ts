import { field } from '#atrium/model/main'

import { modelOf } from '../model_of.ts'
import type { Case } from '../case.ts'

type Decorator = Parameters<typeof modelOf>[1][string]

const id = field.id()
const column = (from: Decorator, to: Decorator) => ({
  before: () => [modelOf('things', { id, value: from })],
  after: () => [modelOf('things', { id, value: to })],
})
const all = `select string_agg(coalesce(value::text, '-'), '|' order by id) from things`

export const combinations: Case[] = [
  {
    name: '24 35 a column gets another type and may be empty: going back fills it in the former type',
    ...column(field.integer(), field.text({ nullable: true })),
    rows: [`insert into things (value) values (7)`],
    up: [
      [all, '7'],
      [`insert into things (value) values (null) returning value`, null],
    ],
    down: [[all, '7|0']],
    without: ['planners.changeType', 'planners.changeNull'],
  },
  {
    name: '29 34 a column gets another type and must not be empty, in one go',
    ...column(field.text({ nullable: true }), field.integer()),
    rows: [`insert into things (value) values ('7'), (null)`],
    asks: ['fill:things.value'],
    answers: { 'fill:things.value': '0' },
    up: [[all, '7|0']],
    down: [[all, '7|0']],
    without: ['planners.changeType', 'deciders.changeNull'],
  },
  {
    name: '29 a value that is lost leaves a gap, which a column that must not be empty does not have',
    ...column(field.text(), field.integer()),
    rows: [`insert into things (value) values ('7'), ('seven')`],
    asks: ['convert:things.value'],
    answers: { 'convert:things.value': 'lose' },
    refused: /convert:things\.value/,
    without: ['deciders.changeType'],
  },
  {
    name: '10 what is suggested for older rows fits the column, whatever else is in the table',
    before: () => [modelOf('things', { id, value: field.integer() })],
    after: () => [modelOf('things', { id, value: field.integer(), at: field.time() })],
    rows: [`insert into things (value) values (7)`],
    asks: ['fill:things.at'],
    answers: { 'fill:things.at': 'example' },
    up: [[`select count(*) from things where at is not null`, '1']],
    without: ['deciders.addColumn'],
  },
  {
    name: '29 SQL of an answer that fails on a row is refused while nothing is changed',
    ...column(field.text(), field.integer()),
    rows: [`insert into things (value) values ('7'), ('seven')`],
    asks: ['convert:things.value'],
    answers: { 'convert:things.value': 'value::integer' },
    refused: /seven/,
    without: ['deciders.changeType'],
  },
  {
    name: '12 44 a unique rule goes, rows share a value meanwhile, and going back says which',
    ...column(field.string({ unique: true }), field.string()),
    rows: [`insert into things (value) values ('a'), ('b')`],
    up: [[all, 'a|b']],
    down: [[all, 'a|b']],
    without: ['planners.dropConstraint'],
  },
  {
    name: '14 a unique column with a default goes, and comes back without one value in all rows',
    before: () => [
      modelOf('things', {
        id,
        name: field.text(),
        value: field.integer({ unique: true, default: 5 }),
      }),
    ],
    after: () => [modelOf('things', { id, name: field.text() })],
    rows: [`insert into things (name, value) values ('a', 1), ('b', 2)`],
    loses: [/things\.value/],
    down: [
      [`select count(*) from things where value is null`, '2'],
      [`insert into things (name) values ('c') returning value`, '5'],
    ],
    without: ['planners.dropColumn'],
  },
]
