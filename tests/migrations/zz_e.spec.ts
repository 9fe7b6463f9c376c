import { constraint, expression, field, index, Recorded, Model } from '#atrium/model/main'
import { modelOf } from './model_of.ts'
import type { Case } from './case.ts'
import { testCases } from './test_cases.ts'

const id = field.id()
const m = modelOf
const t = (fields: any, statics: any = {}) => m('things', { id, ...fields }, statics)
const users = () => m('users', { id, name: field.string() })

const cases: Case[] = [
  {
    name: 'e1 fk to new table with fill',
    before: () => [t({ a: field.text() })],
    after: () => {
      const u = users()
      return [u, t({ a: field.text(), userId: field.foreignKey(() => u) })]
    },
    rows: [],
    asks: ['fill:things.user_id'],
    answers: { 'fill:things.user_id': '(select min(id) from users)' },
    without: [],
  },
  {
    name: 'e2 nullable fk to new table, rows',
    before: () => [t({ a: field.text() })],
    after: () => {
      const u = users()
      return [u, t({ a: field.text(), userId: field.foreignKey(() => u, { nullable: true }) })]
    },
    rows: [`insert into things (a) values ('x')`],
    without: [],
  },
  {
    name: 'e3 drop fk column and its table',
    before: () => {
      const u = users()
      return [u, t({ a: field.text(), userId: field.foreignKey(() => u) })]
    },
    after: () => [t({ a: field.text() })],
    rows: [
      `insert into users (name) values ('u')`,
      `insert into things (a, user_id) values ('x', 1)`,
    ],
    loses: [/users/, /things.user_id/],
    without: [],
  },
  {
    name: 'e4 swap same type',
    before: () => [t({ first: field.string(), last: field.string() })],
    after: () => [
      m('things', {
        id,
        last: field.string({ renamedFrom: 'first' }),
        first: field.string({ renamedFrom: 'last' }),
      }),
    ],
    rows: [`insert into things (first, last) values ('f', 'l')`],
    up: [[`select first || last from things`, 'lf']],
    down: [[`select first || last from things`, 'fl']],
    without: [],
  },
  {
    name: 'e5 three cycle',
    before: () => [t({ a: field.text(), b: field.integer(), c: field.boolean() })],
    after: () => [
      t({
        b: field.text({ renamedFrom: 'a' }),
        c: field.integer({ renamedFrom: 'b' }),
        a: field.boolean({ renamedFrom: 'c' }),
      }),
    ],
    rows: [`insert into things (a, b, c) values ('f', 1, true)`],
    up: [[`select b || c || a from things`, 'f1true']],
    without: [],
  },
  {
    name: 'e6 chain',
    before: () => [t({ a: field.text(), b: field.text() })],
    after: () => [t({ b: field.text({ renamedFrom: 'a' }), c: field.text({ renamedFrom: 'b' }) })],
    rows: [`insert into things (a, b) values ('a', 'b')`],
    up: [[`select b || c from things`, 'ab']],
    down: [[`select a || b from things`, 'ab']],
    without: [],
  },
  {
    name: 'e7 native enum to text enum with other words',
    before: () => [t({ s: field.enum(['a', 'b'], { type: 'kinds', default: 'a' }) })],
    after: () => [t({ s: field.enum(['a', 'c'], { default: 'a' }) })],
    rows: [`insert into things (s) values ('a')`],
    without: [],
  },
  {
    name: 'e8 text enum to native removing a word that rows hold',
    before: () => [t({ s: field.enum(['a', 'b']) })],
    after: () => [t({ s: field.enum(['a', 'c'], { type: 'kinds', nullable: true }) })],
    rows: [`insert into things (s) values ('a'), ('b')`],
    asks: ['convert:things.s'],
    answers: { 'convert:things.s': `(case s when 'b' then 'c' else s end)::kinds` },
    up: [[`select string_agg(s::text, ',' order by id) from things`, 'a,c']],
    without: [],
  },
  {
    name: 'e9 unique index to unique constraint of one name',
    before: () => [
      t({ a: field.text() }, { indexes: [index<any>(['a'] as any[], { unique: true })] }),
    ],
    after: () => [t({ a: field.text({ unique: true }) })],
    rows: [`insert into things (a) values ('a')`],
    without: [],
  },
  {
    name: 'e10 unique constraint to unique index',
    before: () => [t({ a: field.text({ unique: true }) })],
    after: () => [
      t({ a: field.text() }, { indexes: [index<any>(['a'] as any[], { unique: true })] }),
    ],
    rows: [`insert into things (a) values ('a')`],
    without: [],
  },
  {
    name: 'e11 rename table, column, type, null, unique at once',
    before: () => [
      m('items', {
        id,
        cost: field.integer({ nullable: true }),
        name: field.string(),
        kind: field.string(),
      }),
    ],
    after: () => [
      t(
        {
          price: field.decimal({
            precision: 10,
            scale: 2,
            renamedFrom: 'cost',
            check: 'price > 0',
          }),
          name: field.string({ unique: true }),
          kind: field.text(),
        },
        { renamedFrom: 'items' }
      ),
    ],
    rows: [`insert into items (cost, name, kind) values (1, 'a', 'k'), (2, 'b', 'k')`],
    up: [[`select sum(price) from things`, '3.00']],
    without: [],
  },
  {
    name: 'e12 same with null rows',
    before: () => [
      m('items', { id, cost: field.integer({ nullable: true }), name: field.string() }),
    ],
    after: () => [
      t(
        {
          price: field.decimal({
            precision: 10,
            scale: 2,
            renamedFrom: 'cost',
            check: 'price > 0',
          }),
          name: field.string(),
        },
        { renamedFrom: 'items' }
      ),
    ],
    rows: [`insert into items (cost, name) values (1, 'a'), (null, 'b')`],
    asks: ['fill:things.price'],
    answers: { 'fill:things.price': '9' },
    up: [[`select sum(price) from things`, '10.00']],
    without: [],
  },
  {
    name: 'e13 recorded comes',
    before: () => [t({ a: field.text() })],
    after: () => {
      class X extends Recorded(Model) {
        static table = 'things'
      }
      id(X.prototype, 'id' as never)
      field.text()(X.prototype as any, 'a' as never)
      return [X as any, ...(X as any).requires]
    },
    rows: [`insert into things (a) values ('a')`],
    up: [
      [`update things set a = 'b' returning a`, 'b'],
      [`select count(*) from history`, '1'],
    ],
    without: [],
  },
  {
    name: 'e14 recorded goes',
    before: () => {
      class X extends Recorded(Model) {
        static table = 'things'
      }
      id(X.prototype, 'id' as never)
      field.text()(X.prototype as any, 'a' as never)
      return [X as any, ...(X as any).requires]
    },
    after: () => [t({ a: field.text() })],
    rows: [`insert into things (a) values ('a')`],
    loses: [/history/],
    without: [],
  },
  {
    name: 'e15 composite key to id',
    before: () => [
      m('things', {
        a: field.string({ max: 20, primary: true }),
        b: field.string({ max: 20, primary: true }),
      }),
    ],
    after: () => [
      t(
        { a: field.string({ max: 20 }), b: field.string({ max: 20 }) },
        { constraints: [constraint.unique<any>(['a', 'b'])] }
      ),
    ],
    rows: [`insert into things (a, b) values ('a', 'b')`],
    without: [],
  },
  {
    name: 'e16 self reference comes, not null',
    before: () => [t({ a: field.text() })],
    after: () => {
      const x: any = t({ a: field.text(), parentId: field.foreignKey(() => x) })
      return [x]
    },
    rows: [`insert into things (a) values ('x')`],
    asks: ['fill:things.parent_id'],
    answers: { 'fill:things.parent_id': 'id' },
    without: [],
  },
  {
    name: 'e17 several to one',
    before: () => [t({ a: field.array('text', { default: expression(`'{}'`) }) })],
    after: () => [t({ a: field.array('integer', { default: expression(`'{}'`) }) })],
    rows: [`insert into things (a) values ('{1,2}')`],
    without: [],
  },
  {
    name: 'e18 generated from renamed column',
    before: () => [
      t({ a: field.text(), g: field.generated({ type: 'text', as: 'upper(a)', nullable: true }) }),
    ],
    after: () => [
      t({
        b: field.text({ renamedFrom: 'a' }),
        g: field.generated({ type: 'text', as: 'upper(b)', nullable: true }),
      }),
    ],
    rows: [`insert into things (a) values ('x')`],
    up: [[`select g from things`, 'X']],
    without: [],
  },
  {
    name: 'e19 plain becomes generated',
    before: () => [t({ a: field.text(), g: field.text({ nullable: true }) })],
    after: () => [
      t({ a: field.text(), g: field.generated({ type: 'text', as: 'upper(a)', nullable: true }) }),
    ],
    rows: [`insert into things (a, g) values ('x', 'y')`],
    loses: [/things.g/],
    up: [[`select g from things`, 'X']],
    without: [],
  },
  {
    name: 'e20 generated becomes plain',
    before: () => [
      t({ a: field.text(), g: field.generated({ type: 'text', as: 'upper(a)', nullable: true }) }),
    ],
    after: () => [t({ a: field.text(), g: field.text({ default: 'x' }) })],
    rows: [`insert into things (a) values ('x')`],
    up: [[`select g from things`, 'X']],
    without: [],
  },
  {
    name: 'e21 word renamed and one removed and default changed',
    before: () => [t({ s: field.enum(['a', 'b', 'c'], { default: 'a' }) })],
    after: () => [t({ s: field.enum(['x', 'b'], { default: 'x' }) })],
    rows: [`insert into things (s) values ('a'), ('c')`],
    asks: ['rename:things.s.a', 'rename:things.s.c', 'map:things.s.c'],
    answers: { 'rename:things.s.a': 'x', 'rename:things.s.c': 'drop', 'map:things.s.c': 'b' },
    loses: [/"c"/],
    up: [[`select string_agg(s, ',' order by id) from things`, 'x,b']],
    without: [],
  },
  {
    name: 'e22 native the same',
    before: () => [t({ s: field.enum(['a', 'b', 'c'], { default: 'a', type: 'kinds' }) })],
    after: () => [t({ s: field.enum(['x', 'b'], { default: 'x', type: 'kinds' }) })],
    rows: [`insert into things (s) values ('a'), ('c')`],
    asks: ['rename:kinds.a', 'rename:kinds.c', 'map:things.s.c'],
    answers: { 'rename:kinds.a': 'x', 'rename:kinds.c': 'drop', 'map:things.s.c': 'b' },
    loses: [/"c"/],
    up: [[`select string_agg(s::text, ',' order by id) from things`, 'x,b']],
    without: [],
  },
  {
    name: 'e23 enum type renamed',
    before: () => [t({ s: field.enum(['a', 'b'], { default: 'a', type: 'kinds' }) })],
    after: () => [t({ s: field.enum(['a', 'b', 'c'], { default: 'a', type: 'sorts' }) })],
    rows: [`insert into things (s) values ('a')`],
    asks: ['rename:kinds'],
    answers: { 'rename:kinds': 'sorts' },
    without: [],
  },
  {
    name: 'e24 column of a fk renamed with table',
    before: () => {
      const u = users()
      return [u, t({ userId: field.foreignKey(() => u) })]
    },
    after: () => {
      const u = m('people', { id, name: field.string() }, { renamedFrom: 'users' })
      return [
        u,
        t({ personId: field.foreignKey(() => u, { renamedFrom: 'user_id', onDelete: 'cascade' }) }),
      ]
    },
    rows: [`insert into users (name) values ('u')`, `insert into things (user_id) values (1)`],
    without: [],
  },
  {
    name: 'e25 not null and unique of an old column',
    before: () => [t({ a: field.text({ nullable: true }) })],
    after: () => [t({ a: field.text({ unique: true }) })],
    rows: [`insert into things (a) values ('a'), (null), (null)`],
    asks: ['fill:things.a'],
    answers: { 'fill:things.a': `'n' || id` },
    up: [[`select string_agg(a, ',' order by id) from things`, 'a,n2,n3']],
    without: [],
  },
  {
    name: 'e26 text to int with not null and bad rows',
    before: () => [t({ a: field.text({ nullable: true }) })],
    after: () => [t({ a: field.integer() })],
    rows: [`insert into things (a) values ('a'), (null), ('7')`],
    asks: ['convert:things.a', 'fill:things.a'],
    answers: { 'convert:things.a': 'lose', 'fill:things.a': '0' },
    loses: [/things.a/],
    up: [[`select string_agg(a::text, ',' order by id) from things`, '0,0,7']],
    without: [],
  },
  {
    name: 'e27 all indexes of a converted column',
    before: () => [
      t(
        {
          a: field.string({ max: 20, unique: true, check: `a <> ''` }),
          b: field.string({ max: 10 }),
        },
        { indexes: [index<any>([expression('lower(a)')] as any[], { name: 'x' })] }
      ),
    ],
    after: () => [
      t(
        { a: field.text({ unique: true, check: `a <> ''` }), b: field.text() },
        { indexes: [index<any>([expression('lower(a)')] as any[], { name: 'x' })] }
      ),
    ],
    rows: [`insert into things (a, b) values ('a', 'b')`],
    without: [],
  },
  {
    name: 'e28 bigint key to int with referers',
    before: () => {
      const u = m('users', { id, name: field.string() })
      return [u, t({ userId: field.foreignKey(() => u) })]
    },
    after: () => {
      const u = m('users', { id: field.id({ bits: 32 }), name: field.string() })
      return [u, t({ userId: field.foreignKey(() => u) })]
    },
    rows: [`insert into users (name) values ('u')`, `insert into things (user_id) values (1)`],
    without: [],
  },
  {
    name: 'e29 int key to uuid with referers',
    before: () => {
      const u = m('users', { id, name: field.string() })
      return [u, t({ userId: field.foreignKey(() => u, { nullable: true }) })]
    },
    after: () => {
      const u = m('users', { id: field.uuid({ primary: true }), name: field.string() })
      return [u, t({ userId: field.foreignKey(() => u, { nullable: true }) })]
    },
    rows: [`insert into users (name) values ('u')`, `insert into things (user_id) values (1)`],
    asks: ['convert:users.id', 'convert:things.user_id'],
    answers: {
      'convert:users.id': `('00000000-0000-7000-8000-' || lpad(id::text, 12, '0'))::uuid`,
      'convert:things.user_id': `('00000000-0000-7000-8000-' || lpad(user_id::text, 12, '0'))::uuid`,
    },
    up: [[`select count(*) from things join users on users.id = user_id`, '1']],
    without: [],
  },
  {
    name: 'e30 serial etc',
    before: () => [
      m('things', { id: field.id({ generated: 'serial', bits: 32 }), a: field.text() }),
    ],
    after: () => [m('things', { id: field.id({ generated: 'always' }), a: field.text() })],
    rows: [`insert into things (a) values ('a')`],
    up: [[`insert into things (a) values ('b') returning id`, '2']],
    without: [],
  },
]
testCases('E', cases)
