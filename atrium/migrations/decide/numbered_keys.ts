import { quote } from '../schema/names.ts'
import type { Verdict } from './deciding.ts'
import { typeParts } from './conversions/type_parts.ts'
import type { Retyping } from './conversion_questions.ts'

/** Hexadecimal digits of the numbers, and the greatest of them */
const kinds: Record<string, { digits: number; greatest: string }> = {
  integer: { digits: 8, greatest: '2147483647' },
  bigint: { digits: 16, greatest: '9223372036854775807' },
}

/**
 * Numbers that become UUIDs: each is the end of its UUID, so that keys still point to the same rows, and
 * the way back is exact. Any other UUID gets the number that it ends in on the way back.
 *
 * @returns undefined for other types
 */
export function asEndOfUuid({ table, from, to }: Retyping): Verdict | undefined {
  const kind = kinds[from.type]
  if (!kind || typeParts(to.type).name !== 'uuid' || typeParts(to.type).isList) return undefined

  const { digits, greatest } = kind
  const name = quote(to.name)
  const hexadecimal = `replace(${name}::text, '-', '')`
  return {
    using: `lpad(to_hex(${name}), 32, '0')::uuid`,
    usingBack: `('x' || right(${hexadecimal}, ${digits}))::bit(${digits * 4})::${from.type} & ${greatest}`,
    lossesBack: [
      {
        what: `${table}.${to.name} (keeps ${digits} of 32 digits)`,
        rows: `select count(*) from ${quote(table)} where ${hexadecimal} !~ '^0{${32 - digits}}'`,
      },
    ],
  }
}
