import { Decimal } from '../decimal.ts'
import { numberHint } from './hints.ts'
import { chosen, type Occasion } from './made_up.ts'

type Limit = bigint | undefined
type Range = readonly [lowest: bigint, highest: bigint]

/**
 * A whole number of 32 bits, or of 16.
 */
export function integer({ faker, field, isUnique }: Occasion<'integer'>): number {
  if (field.choices) return chosen<number>(faker, field.choices)

  const highest = 2n ** BigInt((field.bits ?? 32) - 1) - 1n
  const usual: Range = isUnique ? [0n, highest] : (numberHint(field.name) ?? [0n, 1000n])
  const [min, max] = [field.min, field.max].map((limit) => limit?.toString())
  return Number(whole(faker, [ceil(min), floor(max)], usual, highest))
}

/**
 * A whole number of 64 bits.
 */
export function bigint({ faker, field, isUnique }: Occasion<'bigint'>): bigint {
  if (field.choices) return chosen<bigint>(faker, field.choices)

  const highest = 2n ** 63n - 1n
  const usual: Range = isUnique ? [0n, highest] : (numberHint(field.name) ?? [0n, 1_000_000n])
  return whole(faker, [field.min, field.max], usual, highest)
}

/**
 * A decimal that the column holds exactly, counted in the last of its digits.
 */
export function decimal({ faker, field, isUnique }: Occasion<'decimal'>): Decimal {
  if (field.choices) return new Decimal(chosen<string>(faker, field.choices))

  const { precision = 15, scale = field.precision === undefined ? 2 : 0 } = field
  const highest = 10n ** BigInt(precision) - 1n
  const [low, high] = numberHint(field.name) ?? [0n, 1000n]
  const inUnits = (limit?: string) => (limit === undefined ? undefined : shifted(limit, scale))

  const units = whole(
    faker,
    [ceil(inUnits(field.min)), floor(inUnits(field.max))],
    isUnique ? [0n, highest] : [ceil(shifted(low, scale))!, floor(shifted(high, scale))!],
    highest
  )
  return new Decimal(shifted(units, -scale))
}

/**
 * A binary fraction with few digits, such as people write.
 */
export function float({ faker, field, isUnique }: Occasion<'float'>): number {
  if (field.choices) return chosen<number>(faker, field.choices)

  const [low, high] = (numberHint(field.name) ?? [0n, 1000n]).map(Number)
  const min = field.min ?? Math.min(low, field.max ?? low)
  const max = field.max ?? Math.max(high, min + 1)
  const isWide = !isUnique && max - min >= 1
  const number = faker.number.float(isWide ? { min, max, multipleOf: 0.25 } : { min, max })

  return field.bits === 32 ? Math.fround(number) : number
}

/**
 * Within the limits of the field, and within what is usual as far as they let it.
 */
function whole(
  faker: Occasion['faker'],
  [min, max]: [Limit, Limit],
  [low, high]: Range,
  most: bigint
) {
  const usualLow = low > most ? most : low
  const usualHigh = high > most ? most : high
  const lowest = min ?? (max !== undefined && max < usualLow ? -most : usualLow)
  const highest = max ?? (lowest > usualHigh ? most : usualHigh)

  return faker.number.bigInt({ min: lowest, max: highest })
}

/** A number in text, with the point moved by so many digits to the right */
function shifted(number: string | bigint, digits: number) {
  return new Decimal(String(number)).times(new Decimal(`1e${digits}`)).toFixed()
}

function ceil(number: string | undefined): Limit {
  if (number === undefined) return undefined

  const exact = new Decimal(number)
  return BigInt(exact.round(0, exact.gt('0') ? 3 : 0).toFixed())
}

function floor(number: string | undefined): Limit {
  if (number === undefined) return undefined

  const exact = new Decimal(number)
  return BigInt(exact.round(0, exact.gt('0') ? 0 : 3).toFixed())
}
