import ts from 'typescript'
import app from '@adonisjs/core/services/app'

/** A comment of the same length, so that lines stay where they are */
const withoutExpectations = (text: string) => text.replaceAll('@ts-expect-error', '@ts-is-awaited-')

/**
 * What the compiler finds wrong in each file, and in which lines, once the expectations of errors are
 * taken out of them.
 */
export function compile(files: string[]) {
  const { config } = ts.readConfigFile(app.makePath('tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, app.makePath())
  const host = ts.createCompilerHost(options)
  const { readFile } = host

  host.readFile = (path) =>
    files.includes(path) ? withoutExpectations(readFile(path)!) : readFile(path)
  const program = ts.createProgram(files, { ...options, noEmit: true, incremental: false }, host)

  const errorsOf = (file: string) =>
    program.getSemanticDiagnostics(program.getSourceFile(file)).map((error) => ({
      line: error.file!.getLineAndCharacterOfPosition(error.start!).line + 1,
      message: ts.flattenDiagnosticMessageText(error.messageText, '\n'),
    }))
  return Object.fromEntries(files.map((file) => [file, errorsOf(file)]))
}

/** The lines of a file on which an error is expected. */
export function expectedIn(file: string) {
  return ts.sys
    .readFile(file)!
    .split('\n')
    .flatMap((line, at) => (line.includes('@ts-expect-error') ? [at + 2] : []))
}
