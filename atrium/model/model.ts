import { BaseModel } from '@adonisjs/lucid/orm'
import type { ModelObject } from '@adonisjs/lucid/types/model'

import { idCodec } from './codecs.ts'

/** Keys of the table that stands between two others, as Lucid names them beside a row */
const KEY_IN_BETWEEN = /^(pivot|through)_\w*id$/

/**
 * What every model of Atrium extends: a Lucid model whose columns are fields.
 */
export class Model extends BaseModel {
  /**
   * Fills the row with what the database answered. Keys that belong to no field arrive as text;
   * Lucid compares them with those of the rows on the other side, so they are read alike.
   */
  $consumeAdapterResult(result: ModelObject, sideloaded?: ModelObject) {
    super.$consumeAdapterResult(result, sideloaded)

    for (const [name, value] of Object.entries(this.$extras)) {
      if (KEY_IN_BETWEEN.test(name) && /^\d+$/.test(String(value))) {
        this.$extras[name] = idCodec.consume!(value)
      }
    }
  }
}
