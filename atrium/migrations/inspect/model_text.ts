import { docblock } from './docblock.ts'
import type { MemberSource, ModelSource, StaticSource } from './model_source.ts'

/**
 * The text of a model's file, before Prettier has laid it out.
 */
export function modelText(model: ModelSource) {
  model.imports.use('Model')
  if (model.fields.length > 0) model.imports.use('field')

  return [
    model.imports.toString(),
    '',
    docblock(model.description),
    `export default class ${model.className} extends ${baseOf(model)} {`,
    [
      ...model.head.map(staticText),
      ...model.fields.map(memberText),
      ...model.relations.map(memberText),
      ...model.tail.map(staticText),
    ].join('\n\n'),
    '}',
    '',
  ].join('\n')
}

function baseOf({ mixins = [] }: ModelSource) {
  return mixins.length > 0 ? `compose(Model, ${mixins.join(', ')})` : 'Model'
}

function staticText({ name, code, type }: StaticSource) {
  return `static ${name}${type ? `: ${type}` : ''} = ${code}`
}

function memberText({ decorator, property, type, comment }: MemberSource) {
  return [
    ...(comment ? [`/** ${comment} */`] : []),
    decorator,
    `declare ${property}: ${type}`,
  ].join('\n')
}
