/**
 * A piece of XML that is safe as it is.
 */
export class Xml {
  constructor(readonly text: string) {}
}

/**
 * Characters that XML 1.0 cannot hold, not even escaped.
 */
// eslint-disable-next-line no-control-regex
const IMPOSSIBLE = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * Writes XML. Pieces of XML become part of it, lists of them one after the other, everything else
 * is text and escaped.
 */
export function xml(strings: TemplateStringsArray, ...values: (Xml | Xml[] | string)[]): Xml {
  return new Xml(
    values.reduce<string>(
      (text, value, index) => text + textOf(value) + strings[index + 1],
      strings[0]
    )
  )
}

function textOf(value: Xml | Xml[] | string): string {
  if (value instanceof Xml) {
    return value.text
  }

  return Array.isArray(value)
    ? value.map(textOf).join('')
    : value.replace(IMPOSSIBLE, '').replace(/[&<>"']/g, (character) => ESCAPES[character])
}
