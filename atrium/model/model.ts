import { BaseModel } from '@adonisjs/lucid/orm'

/**
 * What every model of Atrium extends: a Lucid model whose columns are fields.
 */
export class Model extends BaseModel {}
