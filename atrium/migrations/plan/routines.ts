import { mentions } from './mention.ts'
import type { Routine, Trigger } from '../schema/types.ts'
import type { DecidedOf, Piece, Planning } from './planning.ts'
import {
  createExtension,
  createFunction,
  createTrigger,
  dropFunction,
  dropTrigger,
} from '../schema/ddl.ts'

/** An extension stays when going back: others may use it by then. */
export function planCreateExtension({ change: { name } }: DecidedOf<'createExtension'>): Piece[] {
  return [
    {
      stage: 'extensions',
      table: null,
      up: [createExtension(name)],
      down: [],
      summary: `add the extension ${name}`,
      notes: [`The extension ${name} stays when the migration is taken back.`],
    },
  ]
}

export function planCreateFunction(
  { change: { routine } }: DecidedOf<'createFunction'>,
  planning: Planning
): Piece[] {
  return [
    {
      stage: needsNewTables(routine, planning) ? 'lateFunctions' : 'functions',
      table: soleCaller(routine, planning),
      up: [createFunction(routine)],
      down: [dropFunction(routine)],
      summary: `make the function ${routine.name}`,
    },
  ]
}

export function planDropFunction({ change: { routine } }: DecidedOf<'dropFunction'>): Piece[] {
  return [
    {
      stage: 'formerFunctions',
      table: null,
      up: [dropFunction(routine)],
      down: [createFunction(routine)],
      summary: `drop the function ${routine.name}`,
    },
  ]
}

/** Triggers and columns that call it go on doing so. */
export function planReplaceFunction(
  { change: { from, to } }: DecidedOf<'replaceFunction'>,
  planning: Planning
): Piece[] {
  return [
    {
      stage: needsNewTables(to, planning) ? 'lateFunctions' : 'functions',
      table: null,
      up: [replacing(to)],
      down: [replacing(from)],
      summary: `change the function ${to.name}`,
    },
  ]
}

function replacing(routine: Routine) {
  return createFunction(routine).replace(
    /^\s*create\s+(?!or\s+replace)(?=function|procedure)/i,
    'create or replace '
  )
}

/** The table of its trigger, where nothing else calls it: then it belongs to the same component. */
function soleCaller({ name }: Routine, { to }: Planning) {
  const callers = Object.values(to.tables).filter((table) =>
    mentions(JSON.stringify(table), name.replace(/\(.*/, ''))
  )
  const [table] = callers
  const isTrigger = Object.values(table?.triggers ?? {}).some((one) => one.function === name)

  return callers.length === 1 && isTrigger ? table.name : null
}

/** The body of a function in SQL is read when it is made, that of others when they are called. */
function needsNewTables({ definition }: Routine, planning: Planning) {
  const isSql = /\blanguage\s+'?sql\b/i.test(definition)
  const names = [
    ...planning.all('createTable').map(({ change }) => change.table.name),
    ...planning.all('addColumn').map(({ change }) => change.column.name),
  ]
  return isSql && names.some((name) => mentions(definition, name))
}

/** Once its table and its function are there. */
export function planCreateTrigger({ change: { trigger } }: DecidedOf<'createTrigger'>): Piece[] {
  return [fire(trigger)]
}

/** A trigger goes first, so that what is done to rows does not call it. */
export function planDropTrigger(
  { change: { trigger } }: DecidedOf<'dropTrigger'>,
  planning: Planning
): Piece[] {
  if (planning.isDropped(trigger.table)) return []

  return [cease(trigger)]
}

export function planReplaceTrigger({ change: { from, to } }: DecidedOf<'replaceTrigger'>): Piece[] {
  return [cease(from), fire(to)]
}

function fire(trigger: Trigger): Piece {
  return {
    stage: 'triggers',
    table: trigger.table,
    up: [createTrigger(trigger)],
    down: [dropTrigger(trigger)],
    summary: `call ${trigger.function} for ${trigger.table}`,
  }
}

function cease(trigger: Trigger): Piece {
  const { up, down, ...rest } = fire(trigger)
  return {
    ...rest,
    stage: 'obstacles',
    rank: -0.5,
    up: down,
    down: up,
    summary: `drop the trigger ${trigger.name} of ${trigger.table}`,
  }
}
