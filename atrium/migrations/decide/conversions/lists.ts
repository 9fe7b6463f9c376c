import { strict, type Journey, type Way } from './way.ts'

type Convert = (journey: Journey) => Way | undefined

/** A value becomes a list of one. */
export function intoList(journey: Journey, convert: Convert): Way | undefined {
  const way = convert(journey)
  if (!way) return undefined

  const listed = (sql: string) =>
    `case when ${journey.value} is null then null else array[${sql || `${journey.value}::${journey.type}`}] end`
  return {
    ...way,
    sql: listed(way.offends ? strict(journey, way) : way.sql),
    lossy: way.lossy && listed(way.lossy),
    isStrict: true,
  }
}

/** A list becomes its first value. */
export function outOfList(journey: Journey, convert: Convert): Way | undefined {
  const first = `(${journey.value})[1]`
  const way = convert({ ...journey, value: first })
  if (!way) return undefined

  const sql = way.sql || `${first}::${journey.type}`
  const several = `cardinality(${journey.value}) <> 1`
  return {
    sql,
    offends: way.offends ? `(${several} or ${way.offends})` : several,
    lossy: way.lossy ?? sql,
    what: 'keeps its first value only',

    /* A list without values has no first one. */
    empties: true,
  }
}

/** Lists of one type become lists of another, value by value. */
export function betweenLists(journey: Journey, convert: Convert): Way | undefined {
  const item = { ...journey, value: 'item' }
  const way = convert(item)
  if (!way) return undefined

  const { value, type } = journey
  const each = (sql: string) =>
    `case when ${value} is null then null else array(select ${sql} from unnest(${value}) with ordinality as items (item, place) order by place) end`
  const isCast = way.sql === '' || way.sql === `item::${type}`
  return {
    sql: isCast ? `${value}::${type}[]` : each(way.sql),
    offends: way.offends && `exists (select from unnest(${value}) as item where ${way.offends})`,
    lossy: way.lossy && each(way.lossy),
    what: way.what,
    instead: way.instead,
    isStrict: way.isStrict,
  }
}
