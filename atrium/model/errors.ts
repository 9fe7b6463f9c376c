import { createError } from '@adonisjs/core/exceptions'

/**
 * A key came back from the database that a JavaScript number cannot hold exactly.
 */
export const E_ID_OUT_OF_RANGE = createError<[value: string]>(
  'The id "%s" is no whole number between -9007199254740991 and 9007199254740991, so a JavaScript number would change it. Declare the key with "@field.bigint" instead',
  'E_ID_OUT_OF_RANGE',
  500
)

/**
 * A field was given something that it cannot hold, or the database holds what code cannot.
 */
export const E_FIELD_VALUE = createError<[field: string, value: string, takes: string]>(
  '%s cannot hold %s: it takes %s',
  'E_FIELD_VALUE',
  500
)

/**
 * Code set a field that the database computes.
 */
export const E_FIELD_READ_ONLY = createError<[field: string]>(
  '%s is computed by the database and cannot be set. Change the fields that it is made from',
  'E_FIELD_READ_ONLY',
  500
)

/**
 * A row was to be saved, deleted or found whose primary key is not known in full.
 */
export const E_INCOMPLETE_KEY = createError<[model: string, key: string]>(
  'The primary key of this %s is not known in full: "%s" is missing. Select it with the row',
  'E_INCOMPLETE_KEY',
  500
)

/**
 * A row was to be found by one value, but its primary key has several fields.
 */
export const E_COMPOSITE_KEY = createError<[model: string, keys: string]>(
  'The primary key of %s has several fields, so that one value does not find a row. Use "findBy({ %s })"',
  'E_COMPOSITE_KEY',
  500
)

/**
 * A model has a column that says nothing of its type.
 */
export const E_NOT_A_FIELD = createError<[property: string]>(
  '%s is a "@column". A model of Atrium is made of fields: declare it with "@field.string", "@field.timestamp" or another kind, or with "@field.custom" and the type of the column',
  'E_NOT_A_FIELD',
  500
)

/**
 * A getter or method of the class has the name of a field, whose value nobody can read then.
 */
export const E_FIELD_HIDDEN = createError<[property: string]>(
  '%s is a field and a getter or method as well, which hides the value of the field. Give one of them another name',
  'E_FIELD_HIDDEN',
  500
)

/**
 * Two fields of a model are the same column.
 */
export const E_COLUMN_TWICE = createError<[first: string, second: string, column: string]>(
  '%s and %s are both the column "%s". Give one of them another "columnName", or remove it',
  'E_COLUMN_TWICE',
  500
)

/**
 * An index, a constraint or a foreign key names a property that is no field.
 */
export const E_UNKNOWN_FIELD = createError<[where: string, property: string, model: string]>(
  '%s names "%s", but %s has no such field. Use the names of properties, not of columns',
  'E_UNKNOWN_FIELD',
  500
)

/**
 * An enum says no words, or one of them twice.
 */
export const E_ENUM_VALUES = createError<[property: string, problem: string]>(
  '%s %s. An enum is a list of different words that are not empty',
  'E_ENUM_VALUES',
  500
)
