import { parse } from 'yaml'
import { readFile, readdir } from 'node:fs/promises'

const FOLDER = new URL('./articles/', import.meta.url)

/**
 * An article of the demo: what its file says. `days` is how long ago it was written.
 */
export type DemoArticle = {
  slug: string
  title: string
  description: string
  author: string
  tags: string[]
  days: number
  draft?: boolean
  body: string
}

/**
 * The articles of the demo, the oldest first.
 */
export async function readArticles() {
  const files = await readdir(FOLDER)
  const articles = await Promise.all(files.map(readArticle))

  return articles.sort((one, other) => other.days - one.days)
}

async function readArticle(file: string): Promise<DemoArticle> {
  const text = await readFile(new URL(file, FOLDER), 'utf8')
  const [, facts, body] = /^---\n(.*?)\n---\n+(.*)$/s.exec(text)!

  return { ...parse(facts), slug: file.replace(/\.md$/, ''), body }
}
