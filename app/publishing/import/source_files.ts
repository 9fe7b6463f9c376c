import { basename, extname, join } from 'node:path'
import { open, readdir, stat } from 'node:fs/promises'

const MARKDOWN = new Set(['.md', '.markdown', '.mdown', '.mkd', '.mkdn'])

/** What lies in folders beside posts: dependencies and what blog software wrote */
const PASSED_OVER = new Set(['node_modules', '_site', 'vendor'])

/** Files about a project or a section of a site: posts only if they have front matter */
const ABOUT_THE_FOLDER =
  /^(readme|changelog|changes|history|licen[cs]e|contributing|code[_-]of[_-]conduct|security|authors|todo)$/i

/**
 * The Markdown files below a folder, in the order of their names, and those among them that are no
 * posts: notes about the folder and the lists of sections (`_index.md`). A path to a file is that
 * file, whatever it is called.
 */
export async function findPosts(path: string) {
  const found = await stat(path)
  if (!found.isDirectory()) {
    return { posts: [path], others: [] }
  }

  const posts: string[] = []
  const others: string[] = []
  for await (const file of markdownFiles(path)) {
    const list = (await isPost(file)) ? posts : others
    list.push(file)
  }

  return { posts, others }
}

async function* markdownFiles(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true })

  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.name.startsWith('.') || PASSED_OVER.has(entry.name)) continue

    if (entry.isDirectory()) yield* markdownFiles(path)
    else if (MARKDOWN.has(extname(entry.name).toLowerCase())) yield path
  }
}

async function isPost(path: string) {
  const name = basename(path, extname(path))
  if (name === '_index') {
    return false
  }

  return !ABOUT_THE_FOLDER.test(name) || (await hasFrontMatter(path))
}

async function hasFrontMatter(path: string) {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(6), 0, 6)
    return /^\uFEFF?(---|\+\+\+)/.test(buffer.toString('utf8', 0, bytesRead))
  } finally {
    await file.close()
  }
}
