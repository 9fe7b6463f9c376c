import type { Codec } from './codec.ts'

/**
 * Several values of one kind, each of which travels as it would alone.
 */
export function arrayCodec(element: Codec): Codec {
  const each = (travel?: (value: any) => any) => (values: any[]) =>
    travel ? values.map((value) => (value === null ? null : travel(value))) : values

  return {
    takes: `a list, with each element ${element.takes}`,
    accepts: (values) =>
      Array.isArray(values) &&
      values.every((value) => value === null || (element.accepts?.(value) ?? true)),
    prepare: each(element.prepare),
    consume: each(element.consume),
    serialize: each(element.serialize),
  }
}
