export type * from './schema/types.ts'
export {
  LONGEST_NAME,
  conventionalName,
  nameOf,
  quote,
  quoteAll,
  shortened,
} from './schema/names.ts'
export { readSchema, type Queryable } from './schema/read_schema.ts'
