import type { DateTime, DateTimeUnit } from 'luxon'

import { E_FILTER } from '../errors.ts'
import { lengthOf } from './lengths.ts'
import type { Span } from './spans.ts'
import type { FunctionCall } from '../types.ts'

const UNITS = ['hour', 'day', 'week', 'month', 'quarter', 'year']

const moment = (at: DateTime): Span => ({ from: { at }, hasOffset: false, unit: 'moment' })

/** Each is given its one argument, or none, and the time in the actor's zone */
const FUNCTIONS: Record<
  string,
  { takes?: string; span: (now: DateTime, text: string) => Span | undefined }
> = {
  now: { span: moment },

  today: {
    span(now) {
      const at = now.startOf('day')
      return { from: { at }, until: { at: at.plus({ day: 1 }) }, hasOffset: false, unit: 'day' }
    },
  },

  ago: {
    takes: 'a length of time such as "7d"',
    span(now, text) {
      const length = lengthOf(text)
      return length && moment(now.minus(length))
    },
  },

  ahead: {
    takes: 'a length of time such as "7d"',
    span(now, text) {
      const length = lengthOf(text)
      return length && moment(now.plus(length))
    },
  },

  startOf: {
    takes: `one of ${UNITS.join(', ')}`,
    span: (now, text) =>
      UNITS.includes(text) ? moment(now.startOf(text as DateTimeUnit)) : undefined,
  },
}

/**
 * What a function of time stands for.
 *
 * @throws E_FILTER there is no such function, or it takes something else
 */
export function timeFunction({ name, args, at }: FunctionCall, now: DateTime): Span {
  const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined
  if (!known) {
    const names = Object.keys(FUNCTIONS).map((each) => `${each}()`)
    throw new E_FILTER(`There is no function ${name}(). For time there are ${names.join(', ')}`, at)
  }

  const { takes, span } = known
  const [argument] = args
  if (!takes && args.length) throw new E_FILTER(`${name}() takes nothing`, argument.at ?? at)

  const text = argument?.type === 'literal' && !argument.open ? argument.value : ''
  const found = args.length === (takes ? 1 : 0) ? span(now, text) : undefined
  if (!found) throw new E_FILTER(`${name}() takes ${takes}`, argument?.at ?? at)
  return found
}
