import { format } from 'node:util'

import { MigrationError } from '../errors.ts'

/** An error whose message says values in its sentences. */
function said<Values extends (string | number)[]>(message: string, code: string) {
  return class extends MigrationError {
    static code = code

    constructor(values: Values, options?: ErrorOptions) {
      super(format(message, ...values), options)
    }
  }
}

/** Two models, or a model and a relation, say what one table looks like. */
export const E_TABLE_DECLARED_TWICE = said<[table: string, one: string, other: string]>(
  'The table "%s" is declared by %s and by %s. Give one of them another table, or keep only one',
  'E_TABLE_DECLARED_TWICE'
)

/** Something points to a model that no file of the application exports. */
export const E_MODEL_NOT_FOUND = said<[who: string, model: string]>(
  '%s points to the model %s, which is not among the models. Export it from a file below "app/**/models", or name it in "static requires" of a model that needs it',
  'E_MODEL_NOT_FOUND'
)

/** Part of a model names a property that is no field. */
export const E_NO_SUCH_FIELD = said<[who: string, model: string, property: string]>(
  '%s names the field %s.%s, which there is not. Fields are named by their properties',
  'E_NO_SUCH_FIELD'
)

/** PostgreSQL would cut the name, and then no longer find it. */
export const E_NAME_TOO_LONG = said<[who: string, name: string, bytes: number]>(
  '%s is called "%s" in the database, which takes %d bytes; PostgreSQL keeps 63. Give it a shorter name',
  'E_NAME_TOO_LONG'
)

/** One name stands for two things. */
export const E_NAME_TAKEN = said<[what: string, one: string, other: string]>(
  '%s is declared by %s and, differently, by %s. Give one of them another name',
  'E_NAME_TAKEN'
)

/** PostgreSQL refuses what a model says. */
export const E_MODEL_NOT_POSSIBLE = said<[who: string, reason: string, sql: string]>(
  '%s cannot be made in PostgreSQL: %s\n\n%s',
  'E_MODEL_NOT_POSSIBLE'
)

/** A function is declared under a name that its SQL does not make. */
export const E_NO_SUCH_ROUTINE = said<[model: string, name: string]>(
  '%s declares the function "%s", but its SQL makes none of this name with these types',
  'E_NO_SUCH_ROUTINE'
)
