import { E_NO_PRETTIER } from './errors.ts'

/**
 * TypeScript as the project's own Prettier lays it out.
 *
 * @param path where the file is to be
 * @throws E_NO_PRETTIER it is not installed
 */
export async function laidOut(text: string, path: string) {
  const prettier = await import('prettier').catch(() => {
    throw new E_NO_PRETTIER()
  })
  const config = await prettier.resolveConfig(path)
  return prettier.format(text, { ...config, parser: 'typescript' })
}
