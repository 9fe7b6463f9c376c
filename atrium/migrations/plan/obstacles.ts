import { addKey } from './keys.ts'
import { mentions } from './mention.ts'
import { viewsAround } from './views.ts'
import { planRegeneration } from './generated.ts'
import type { Piece, Planning } from './planning.ts'
import { addRule, dropRule, isRule } from './rules.ts'
import { buildIndex, dropAtOnce } from './index_steps.ts'
import type { Constraint, Table } from '../schema/types.ts'
import { createTrigger, dropTrigger } from '../schema/ddl.ts'

/**
 * What PostgreSQL would not let stand while a column gets another type, or is made anew, and what is
 * the same before and after: it is dropped, and made again in its safe form.
 */
export function planObstacles(planning: Planning): Piece[] {
  return [
    ...viewsAround(planning),
    ...Object.values(planning.to.tables)
      .filter(({ name }) => !planning.isCreated(name) && planning.from.tables[name])
      .flatMap((table) => [
        ...rulesAround(table, planning),
        ...generatedAround(table, planning),
        ...indexesAround(table, planning),
        ...triggersAround(table, planning),
      ]),
  ]
}

/** Checks of converted columns, and foreign keys on both sides. */
function rulesAround(table: Table, planning: Planning): Piece[] {
  const former = planning.from.tables[table.name].constraints
  return Object.values(table.constraints)
    .filter((rule) => rule.name in former && !isPlanned(table.name, rule.name, planning))
    .filter((rule) => standsInTheWay(table.name, rule, planning))
    .flatMap((rule) => [
      dropRule(table.name, former[rule.name]),
      ...(isRule(rule) ? addRule(table.name, rule) : addKey(table.name, rule)),
    ])
}

function standsInTheWay(table: string, rule: Constraint, planning: Planning) {
  if (rule.kind === 'foreign') {
    return (
      planning.isConverted(table, rule.columns) ||
      planning.isConverted(rule.foreign!.table, rule.foreign!.columns) ||
      isKeyMadeAnew(rule, planning)
    )
  }
  if (rule.kind === 'check') return planning.isConverted(table, rule.columns)

  return planning.isMadeAnew(table, rule.columns)
}

/** A foreign key hangs on the key of its target: that cannot go before it. */
function isKeyMadeAnew({ foreign }: Constraint, planning: Planning) {
  const isKey = ({ kind, columns }: Constraint) =>
    (kind === 'primary' || kind === 'unique') &&
    columns.toSorted().join() === foreign!.columns.toSorted().join()

  return (
    planning
      .all('dropConstraint')
      .some(({ change }) => change.table === foreign!.table && isKey(change.constraint)) ||
    planning
      .all('replaceConstraint')
      .some(({ change }) => change.table === foreign!.table && isKey(change.from)) ||
    planning
      .all('dropIndex')
      .some(
        ({ change: { index } }) =>
          index.table === foreign!.table &&
          index.unique &&
          foreign!.columns.every((column) => index.columns.includes(column))
      )
  )
}

function isPlanned(table: string, constraint: string, planning: Planning) {
  return (
    planning
      .all('replaceConstraint')
      .some(({ change }) => change.table === table && change.from.name === constraint) ||
    planning
      .all('changeWords')
      .some(({ change }) => change.table === table && change.constraints.from.name === constraint)
  )
}

/** Computed columns that read a converted one. */
function generatedAround(table: Table, planning: Planning): Piece[] {
  const former = planning.from.tables[table.name].columns
  return Object.values(table.columns)
    .filter(({ name, generated }) => generated !== null && former[name]?.generated)
    .filter(({ name }) => planning.isMadeAnew(table.name, [name]))
    .filter(({ name }) => !planning.has('changeGenerated', table.name, name))
    .filter(({ name }) => !planning.has('changeType', table.name, name))
    .flatMap(({ name }) => planRegeneration(table.name, former[name], table.columns[name]))
}

/** Indexes that go with a column that is made anew, or that have its former type in them. */
function indexesAround(table: Table, planning: Planning): Piece[] {
  const former = planning.from.tables[table.name].indexes
  const isReplaced = (name: string) =>
    planning.all('replaceIndex').some(({ change }) => change.to.name === name)
  const types = planning
    .all('changeEnum')
    .filter(({ change }) => planning.isSwapped(change))
    .map(({ change }) => change.from.name)

  return Object.values(table.indexes)
    .filter(({ name }) => name in former && !isReplaced(name))
    .filter(
      ({ columns, definition }) =>
        planning.isMadeAnew(table.name, columns) || types.some((type) => mentions(definition, type))
    )
    .flatMap((index) => [dropAtOnce(former[index.name]), buildIndex(index)])
}

/** Triggers whose condition or list of columns has a converted column in it. */
function triggersAround(table: Table, planning: Planning): Piece[] {
  const former = planning.from.tables[table.name].triggers
  const isReplaced = (name: string) =>
    planning
      .all('replaceTrigger')
      .some(({ change }) => change.to.table === table.name && change.to.name === name)

  return Object.values(table.triggers)
    .filter(({ name }) => name in former && !isReplaced(name))
    .filter(({ definition }) =>
      Object.keys(table.columns).some(
        (column) => planning.isConverted(table.name, [column]) && mentions(definition, column)
      )
    )
    .flatMap((trigger): Piece[] => [
      {
        stage: 'obstacles',
        rank: -0.5,
        table: table.name,
        up: [dropTrigger(former[trigger.name])],
        down: [createTrigger(former[trigger.name])],
        summary: `put the trigger ${trigger.name} aside`,
      },
      {
        stage: 'triggers',
        table: table.name,
        up: [createTrigger(trigger)],
        down: [dropTrigger(trigger)],
        summary: `make the trigger ${trigger.name} again`,
      },
    ])
}
