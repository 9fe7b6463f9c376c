import type { MarkdownIt } from 'markdown-it'

const MARK = /^\[([ xX])\]\s/

/**
 * Draws `- [ ]` and `- [x]` as boxes, with characters rather than fields that nobody can use.
 */
export function taskLists(md: MarkdownIt) {
  md.core.ruler.after('inline', 'task_lists', ({ tokens }) => {
    for (const [index, { children }] of tokens.entries()) {
      const item = tokens[index - 2]
      const text = children?.[0]
      if (item?.type !== 'list_item_open' || text?.type !== 'text' || !MARK.test(text.content)) {
        continue
      }

      item.attrSet('class', 'list-none')
      text.content = text.content.replace(MARK, (_, mark) => (mark === ' ' ? '☐ ' : '☑ '))
    }
  })
}
