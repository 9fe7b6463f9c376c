import Markdown from 'markdown-it'
import type { MarkdownIt } from 'markdown-it'

import { headings } from './headings.ts'
import { footnotes } from './footnotes.ts'
import type { Profile } from './profiles.ts'
import { taskLists } from './task_lists.ts'
import { codeBlocks } from './code_blocks.ts'

function articleParser() {
  const md = new Markdown({ html: true, linkify: true })
  return md.use(taskLists).use(footnotes).use(headings).use(codeBlocks)
}

function commentParser() {
  const md = new Markdown({ linkify: true, breaks: true })
  return md.use(taskLists).disable(['heading', 'lheading', 'table', 'image'])
}

/**
 * Only addresses that say `https://` become links by themselves: a `main.rs` is a file, although
 * there are hosts under `.rs`.
 */
function linkWholeAddressesOnly(md: MarkdownIt) {
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false }).add('//', null)
  return md
}

/**
 * The parser of each profile.
 */
export const parsers: Record<Profile, MarkdownIt> = {
  article: linkWholeAddressesOnly(articleParser()),
  comment: linkWholeAddressesOnly(commentParser()),
}
