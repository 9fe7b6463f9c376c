import ts from 'typescript'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'

const WRONG = app.makePath('tests/fixtures/field_types/wrong.ts')
const RIGHT = app.makePath('tests/fixtures/field_types/right.ts')

/** A comment of the same length, so that lines stay where they are */
const withoutExpectations = (text: string) => text.replaceAll('@ts-expect-error', '@ts-is-awaited-')

/**
 * What the compiler finds wrong in each file, and in which lines.
 */
function compile(files: string[], rewrite: (text: string) => string) {
  const { config } = ts.readConfigFile(app.makePath('tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, app.makePath())
  const host = ts.createCompilerHost(options)
  const { readFile } = host

  host.readFile = (path) => (files.includes(path) ? rewrite(readFile(path)!) : readFile(path))
  const program = ts.createProgram(files, { ...options, noEmit: true, incremental: false }, host)

  const errorsOf = (file: string) =>
    program.getSemanticDiagnostics(program.getSourceFile(file)).map((error) => ({
      line: error.file!.getLineAndCharacterOfPosition(error.start!).line + 1,
      message: ts.flattenDiagnosticMessageText(error.messageText, '\n'),
    }))
  return Object.fromEntries(files.map((file) => [file, errorsOf(file)]))
}

test.group('Declarations of fields', () => {
  test('compile where they are right, and each wrong one is an error of its own', ({ assert }) => {
    const expected = ts.sys
      .readFile(WRONG)!
      .split('\n')
      .flatMap((line, at) => (line.includes('@ts-expect-error') ? [at + 2] : []))

    const errors = compile([RIGHT, WRONG], withoutExpectations)

    assert.isAbove(expected.length, 35)
    assert.deepEqual(errors[RIGHT], [])
    assert.deepEqual([...new Set(errors[WRONG].map(({ line }) => line))], expected)
    assert.include(errors[WRONG][0].message, `"price" & Mismatch<number, Big>`)
  }).timeout(60_000)
})
