import { amountOf } from './amounts.ts'
import { quote } from '../schema/names.ts'
import { asEndOfUuid } from './numbered_keys.ts'
import { E_ANSWER_NOT_UNDERSTOOD } from '../errors.ts'
import { shortType } from '../schema/spelling.ts'
import type { ChangeOf } from '../compare/changes.ts'
import type { Choice, Question } from './questions.ts'
import type { Deciding, Verdict } from './deciding.ts'
import type { Conversion, Loses } from './conversions/conversion.ts'

export type Retyping = ChangeOf<'changeType'>

const stop: Choice = { value: 'stop', label: 'The migration stops where there are some' }

/** What every question about a conversion has in common. */
function about({ table, from, to }: Retyping) {
  return {
    id: `convert:${table}.${to.name}` as Question['id'],
    what: `${table}.${to.name} becomes ${shortType(to.type)}, and was ${shortType(from.type)}.`,
    open: {
      what: 'SQL that makes the new value out of the old one',
      example: `${quote(to.name)}::text::${shortType(to.type)}`,
    },
  }
}

/** The old column and table, and a query for rows of it. */
function older({ table, to }: Retyping, { names }: Deciding) {
  const column = quote(names.column(table, to.name))
  const rows = (condition: string) => ` from ${quote(names.table(table))} where ${condition}`
  return { column, rows, called: names.of(table, to.name) }
}

/** What becomes of values that the new type has no place for. */
export async function decideLoss(
  { what, instead, offenders, lossyUsing, empties }: Loses,
  change: Retyping,
  deciding: Deciding
): Promise<Verdict> {
  const { id, what: title, open } = about(change)
  const { column, rows, called } = older(change, deciding)
  const lost = rows(offenders(column))
  const count = `select count(*)${lost}`
  const known = await deciding.count(count)
  const examples = known
    ? await deciding.examples(`select ${column}::text${lost} group by 1 order by 1 limit 10`)
    : {}

  const leavesGaps = empties && !change.from.nullable && !change.to.nullable
  if (leavesGaps) refuseGaps(change, deciding)
  const label = `It is lost: a value ${what}${instead ? `; ${instead}` : ''}`
  const lose = leavesGaps ? [] : [{ value: 'lose', label, losesData: true }]

  const answer = deciding.ask(
    {
      id,
      message: `${title} ${amountOf(known)} of ${deciding.names.table(change.table)} ${known === 1 ? 'holds' : 'hold'} a value that ${what}. What is done with them?`,
      choices: [...lose, stop],
      open,
      rows: known,
      ...examples,
    },
    'stop'
  )
  if (answer === undefined) return {}
  if (answer === 'stop') return { guards: [{ count, message: `A value of ${called} ${what}` }] }

  return answer === 'lose'
    ? { using: lossyUsing, losses: [{ what: `${called} (${what})`, rows: count }] }
    : { using: answer }
}

/** What is lost leaves nothing, which a column that must not be empty has no place for. */
function refuseGaps({ table, to }: Retyping, { situation }: Deciding) {
  const id = `convert:${table}.${to.name}`
  if (situation.answers[id] !== 'lose') return

  throw new E_ANSWER_NOT_UNDERSTOOD(
    `"lose" is no answer to "${id}": ${table}.${to.name} must not be empty. Answer with SQL that says what stands there instead.`
  )
}

/** Which moment a time on the wall is. */
export async function decideZone(
  inZone: NonNullable<Conversion['inZone']>,
  change: Retyping,
  deciding: Deciding
): Promise<Verdict> {
  const { id, what, open } = about(change)
  const { column, rows } = older(change, deciding)
  const known = await deciding.count(`select count(*)${rows(`${column} is not null`)}`)
  const answer = deciding.ask({
    id,
    message: `${what} In which zone is, or was, the time on the wall? ${amountOf(known)} of ${deciding.names.table(change.table)} have one.`,
    choices: [{ value: 'UTC', label: 'In UTC' }],
    open: { what: `the name of a zone, or ${open.what}`, example: 'Europe/Vienna' },
    rows: known,
  })
  if (answer === undefined) return {}

  return isZone(answer) ? inZone(answer) : { using: answer }
}

function isZone(name: string) {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null
  } catch {
    return false
  }
}

const asNumber = 'Its end is the number. Keys that become the same still point to the same rows'

/** What becomes of values that cannot be said in the new type at all. */
export async function decideImpossible(change: Retyping, deciding: Deciding): Promise<Verdict> {
  const { id, what, open } = about(change)
  const { column, rows, called } = older(change, deciding)
  const count = `select count(*)${rows(`${column} is not null`)}`
  const known = await deciding.count(count)
  const numbers = asEndOfUuid(change)
  const none = `null::${shortType(change.to.type)}`

  const answer = deciding.ask(
    {
      id,
      message: `${what} PostgreSQL knows no way from one to the other. ${amountOf(known)} of ${deciding.names.table(change.table)} have a value: what becomes of it?`,
      choices: [
        ...(numbers ? [{ value: numbers.using!, label: asNumber }] : []),
        stop,
        ...(change.to.nullable ? [{ value: 'lose', label: 'It is lost', losesData: true }] : []),
      ],
      open,
      rows: known,
    },
    'stop'
  )
  if (answer === undefined) return {}
  if (answer === 'lose') return { using: none, losses: [{ what: called, rows: count }] }

  const message = `${called} holds a value, which cannot become ${shortType(change.to.type)}`
  return answer === 'stop'
    ? { using: none, guards: [{ count, message }] }
    : { ...numbers, using: answer }
}
