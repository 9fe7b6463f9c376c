import { compose } from '@adonisjs/core/helpers'
import { Model, Recorded, SoftDeletes, Timestamps, field } from '#atrium/model/main'

import { modelOf } from '../model_of.ts'
import type { Case } from '../case.ts'

const id = field.id()
const plain = () => modelOf('prices', { id, amount: field.integer() })
const recorded = (fields = {}) =>
  modelOf('prices', { id, amount: field.integer(), ...fields }, {}, compose(Model, Recorded) as any)
const rows = [`insert into prices (amount) values (5)`]
const changes = `select string_agg(action, ',' order by id) from history`

export const history: Case[] = [
  {
    name: '53 the history of a table begins',
    before: () => [plain()],
    after: () => [recorded()],
    rows,
    up: [
      [`update prices set amount = 6 returning amount`, '6'],
      [changes, 'update'],
    ],
    down: [
      [`select to_regclass('history')`, null],
      [`update prices set amount = 7 returning amount`, '7'],
    ],
    without: ['planners.createTrigger'],
  },
  {
    name: '53 the history of a table ends, and what was kept goes once that is accepted',
    before: () => [recorded()],
    after: () => [plain()],
    rows,
    loses: [/history/],
    up: [[`update prices set amount = 6 returning amount`, '6']],
    down: [
      [`update prices set amount = 7 returning amount`, '7'],
      [changes, 'update'],
    ],
    without: ['planners.dropTrigger'],
  },
  {
    name: '53 a field is hidden, and its values stay out of the history from then on',
    before: () => [recorded({ note: field.text({ nullable: true }) })],
    after: () => [recorded({ note: field.text({ nullable: true, hidden: true }) })],
    rows,
    up: [
      [`update prices set note = 'secret' returning note`, 'secret'],
      [`select count(*) from history where history::text like '%secret%'`, '0'],
    ],
    without: ['planners.replaceTrigger'],
  },
  {
    name: '8 a table gets the columns of mixins',
    before: () => [plain()],
    after: () => [
      modelOf(
        'prices',
        { id, amount: field.integer() },
        {},
        compose(Model, Timestamps, SoftDeletes) as any
      ),
    ],
    rows,
    up: [[`select count(*) from prices where created_at is not null and deleted_at is null`, '1']],
    without: ['planners.addColumn'],
  },
]
