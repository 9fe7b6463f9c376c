/**
 * What a text may hold. `article`: all of Markdown, tables, footnotes, images and harmless HTML.
 * `comment`: paragraphs, lists, quotes, links and code; HTML is shown as it was typed.
 */
export type Profile = 'article' | 'comment'
