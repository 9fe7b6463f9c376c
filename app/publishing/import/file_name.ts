import { basename, dirname, extname } from 'node:path'

const DATED = /^(\d{4}-\d{1,2}-\d{1,2})[-_](.+)$/

/**
 * What the name of a file says about the post in it: `2015-01-20-hello.md` has a date, and
 * `hello/index.md` is called after its folder.
 */
export function readFileName(path: string) {
  const own = basename(path, extname(path))
  const name = /^(index|_index)$/i.test(own) ? basename(dirname(path)) : own
  const [, date, rest] = name.match(DATED) ?? []

  return { date, name: rest ?? name }
}
