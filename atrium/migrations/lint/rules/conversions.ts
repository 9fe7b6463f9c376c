type Sized = { base: string; sizes: number[] }

/**
 * Changes of a type that neither write the table anew nor build its indexes again, measured on
 * PostgreSQL 15 by the files of the table.
 */
const FREE: Record<string, (from: Sized, to: Sized) => boolean> = {
  'character varying -> character varying': (from, to) =>
    to.sizes.length === 0 || (from.sizes.length > 0 && from.sizes[0] <= to.sizes[0]),
  'character varying -> text': () => true,
  'text -> character varying': (_from, to) => to.sizes.length === 0,
  'numeric -> numeric': (from, to) =>
    to.sizes.length === 0 ||
    (from.sizes.length > 0 &&
      (from.sizes[1] ?? 0) === (to.sizes[1] ?? 0) &&
      from.sizes[0] <= to.sizes[0]),
  'timestamp with time zone -> timestamp with time zone': widened,
  'timestamp -> timestamp': widened,
  'cidr -> inet': () => true,
}

/** Whether older rows stay as they are when their type becomes another one. */
export function isFree(from: string, to: string) {
  const [before, now] = [sized(from), sized(to)]
  return from === to || (FREE[`${before.base} -> ${now.base}`]?.(before, now) ?? false)
}

/** A value that older rows may have, by the type of their new column. */
export function fillOf(type: string) {
  return FILLS.find(([pattern]) => pattern.test(type))?.[1] ?? null
}

const FILLS: [RegExp, string][] = [
  [/\[\]$/, `'{}'`],
  [/^(text|character)/, `''`],
  [/^(smallint|integer|bigint|numeric|real|double)/, '0'],
  [/^boolean/, 'false'],
  [/^timestamp/, 'now()'],
  [/^date/, 'current_date'],
  [/^uuid/, 'gen_random_uuid()'],
  [/^json/, `'{}'`],
]

function widened({ sizes: [from = 6] }: Sized, { sizes: [to = 6] }: Sized) {
  return from <= to
}

/** `numeric(20,4)` -> numeric, 20 and 4 */
function sized(type: string): Sized {
  const [, sizes] = /\(([\d,]+)\)/.exec(type) ?? []
  return {
    base: type.replace(/\([\d,]+\)/, ''),
    sizes: sizes ? sizes.split(',').map(Number) : [],
  }
}
