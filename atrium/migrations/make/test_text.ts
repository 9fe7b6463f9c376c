type Names = { className: string; model: string; factory: string }

/**
 * The text of a model's first test: what is written is read back.
 */
export function testText({ className, model, factory }: Names) {
  const imports = [
    `import { test } from '@japa/runner'`,
    `import ${className} from '${model}'`,
    `import { ${className}Factory } from '${factory}'`,
    `import testUtils from '@adonisjs/core/services/test_utils'`,
  ].sort((a, b) => a.length - b.length)

  return `${imports.join('\n')}

test.group('${className}', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is read back as it was written', async ({ assert }) => {
    const written = await ${className}Factory.create()
    const read = await ${className}.findOrFail(written.id)

    assert.deepEqual(read.serializeAttributes(), written.serializeAttributes())
  })
})
`
}
