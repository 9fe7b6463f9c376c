import { ways } from './ways.ts'
import { inZone } from './moments.ts'
import { rewriting } from './rewriting.ts'
import { quote } from '../../schema/names.ts'
import { shortType } from '../../schema/spelling.ts'
import type { Conversion, Loses } from './conversion.ts'
import { elementType, typeParts } from './type_parts.ts'
import { strict, type Journey, type Way } from './way.ts'
import type { Column, EnumType } from '../../schema/types.ts'
import { betweenLists, intoList, outOfList } from './lists.ts'

const NONE: Conversion = {
  possible: false,
  using: '',
  rewrites: true,
  rebuildsIndexes: true,
}

/**
 * How the values of a column get from one type to another.
 *
 * @param enums of both sides, whose words are needed to know which texts can become them
 */
export function conversionOf(
  from: Column,
  to: Column,
  enums: Record<string, EnumType> = {}
): Conversion {
  const name = quote(to.name)
  const way = wayBetween(from, to, name, enums)
  if (!way) return NONE

  const pair = { from: typeParts(from.type, enums), to: typeParts(to.type, enums) }
  return {
    possible: true,
    using: way.sql,
    loses: losesOf(way, from, to, enums),
    ...rewriting(from, to, pair, way.sql),
    ...zoned(pair.from.family, pair.to.family, name),
  }
}

function zoned(from: string, to: string, name: string): Partial<Conversion> {
  const isAsked = [from, to].toSorted().join() === 'moment,wall'
  if (!isAsked) return {}

  return {
    inZone: (zone) => ({ using: inZone(name, zone), usingBack: inZone(name, zone) }),
  }
}

function losesOf(
  way: Way,
  from: Column,
  to: Column,
  enums: Record<string, EnumType>
): Loses | undefined {
  if (!way.offends) return undefined

  return {
    what: way.what!,
    instead: way.instead,
    offenders: (column) => wayBetween(from, to, column, enums)!.offends!,
    lossyUsing: way.lossy!,
    empties: way.empties ?? false,
    strictUsing: strict(journeyOf(from, to, quote(to.name), enums, true), way),
  }
}

function wayBetween(
  from: Column,
  to: Column,
  value: string,
  enums: Record<string, EnumType>
): Way | undefined {
  const journey = journeyOf(from, to, value, enums)
  const convert = (one: Journey) => ways[one.from.family][one.to.family]?.(one)

  if (journey.from.isList) {
    return journey.to.isList
      ? from.type === to.type
        ? { sql: '' }
        : betweenLists(journey, convert)
      : outOfList(journey, convert)
  }
  return journey.to.isList ? intoList(journey, convert) : convert(journey)
}

function journeyOf(
  from: Column,
  to: Column,
  value: string,
  enums: Record<string, EnumType>,
  asWhole = false
): Journey {
  const words = Object.fromEntries(Object.values(enums).map(({ name, values }) => [name, values]))
  return {
    value,
    from: typeParts(from.type, enums),
    to: typeParts(to.type, enums),
    type: shortType(asWhole ? to.type : elementType(to.type)),
    words,
    nearest: (inRange) => (to.nullable ? 'null' : inRange),
  }
}
