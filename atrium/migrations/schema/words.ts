import { quote } from './names.ts'

const LITERAL = /'((?:[^']|'')*)'/g
const CASTS = /::(text|character varying|character|bpchar)(\(\d+\))?(\[\])?/g

/**
 * The words that a check allows in a column, when it does nothing but list them:
 * `CHECK (status = ANY (ARRAY['draft'::text, 'published'::text]))`, and its forms for varchar and for
 * a single word.
 */
export function wordsOf(definition: string, column: string) {
  const words: string[] = []
  const shape = definition
    .replace(LITERAL, (_literal, text: string) => {
      words.push(text.replaceAll("''", "'"))
      return '?'
    })
    .replace(CASTS, '')
    .replace(/[\s()]/g, '')

  const start = `CHECK${quote(column).replace(/[\s()]/g, '')}=`
  if (!shape.startsWith(start)) return null

  return /^(\?|ANYARRAY\[\?(,\?)*\])$/.test(shape.slice(start.length)) ? words : null
}
