import pg from 'pg'

const { builtins, getTypeParser, setTypeParser } = pg.types

/** Lists that the driver knows by number only */
const NUMERIC_ARRAY = 1231
const TIMESTAMP_ARRAY = 1115
const DATE_ARRAY = 1182
const TEXT_ARRAY: any = 1009

const asItIs = (text: string) => text
const asTexts = getTypeParser(TEXT_ARRAY)

/**
 * Lets values through as text that the driver would spoil: decimals in lists, which it rounds, and
 * days and times on the wall, which it takes for moments in the zone of this machine, where an
 * hour of the year does not exist.
 */
setTypeParser(builtins.DATE, asItIs)
setTypeParser(builtins.TIMESTAMP, asItIs)
setTypeParser(NUMERIC_ARRAY as any, asTexts)
setTypeParser(TIMESTAMP_ARRAY as any, asTexts)
setTypeParser(DATE_ARRAY as any, asTexts)
