import type { HttpContext } from '@adonisjs/core/http'
import { BaseSerializer } from '@adonisjs/core/transformers'
import type { SimplePaginatorMetaKeys } from '@adonisjs/lucid/types/querybuilder'

class ApiSerializer extends BaseSerializer<{
  Wrap: 'data'
  PaginationMetaData: SimplePaginatorMetaKeys
}> {
  wrap: 'data' = 'data'

  definePaginationMetaData(metaData: unknown): SimplePaginatorMetaKeys {
    if (!this.isLucidPaginatorMetaData(metaData)) {
      throw new Error('These are not the metadata of a Lucid paginator')
    }

    return metaData
  }
}

const serializer = new ApiSerializer()

/**
 * How the documentation has transformers serialised.
 */
export const serialize = (values: any, ctx: HttpContext): Promise<any> =>
  serializer.serialize(values, ctx.containerResolver)
