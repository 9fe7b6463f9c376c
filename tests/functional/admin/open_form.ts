import { type Page, type Visitor } from '../accounts/visitor.ts'

type Fields = Record<string, string | string[]>

const ENTITIES: Record<string, string> = {
  'amp': '&',
  'lt': '<',
  'gt': '>',
  'quot': '"',
  '#39': `'`,
}

/**
 * Opens a form of the admin as a browser without scripts does, with all that its fields hold, to be sent
 * with what is typed over them.
 */
export async function openForm(visitor: Visitor, path: string) {
  const page = await visitor.get(path)
  return formIn(visitor, path, page)
}

/** The form of a page that came back. */
export function formIn(visitor: Visitor, path: string, page: Page) {
  const beginning = page.text.slice(page.text.indexOf('class="row-form'))
  const [whole] = beginning.split('</form>')
  const action = attribute(whole, 'action')!
  const values = fieldsIn(whole.replace(/<template[\s\S]*?<\/template>/g, ''))

  return {
    page,
    values,
    send: (typed: Fields = {}) => visitor.send(path, action, { ...values, ...typed }),
  }
}

function fieldsIn(markup: string): Fields {
  const fields: Fields = {}
  const add = (name: string, value: string) => {
    if (name.endsWith('[]')) fields[name] = [...((fields[name] as string[]) ?? []), value]
    else fields[name] = value
  }

  for (const [tag] of markup.matchAll(/<input(?:[^>"]|"[^"]*")*>/g)) {
    const type = attribute(tag, 'type')
    const isLeft = (type === 'checkbox' || type === 'radio') && !/\schecked/.test(tag)
    const name = attribute(tag, 'name')
    if (name && !isLeft && type !== 'file') add(name, attribute(tag, 'value') ?? '')
  }
  for (const [, tag, text] of markup.matchAll(
    /(<textarea(?:[^>"]|"[^"]*")*>)\r?\n?([\s\S]*?)<\/textarea>/g
  )) {
    add(attribute(tag, 'name')!, decoded(text))
  }
  for (const [tag, options] of markup.matchAll(/<select[^>]*>([\s\S]*?)<\/select>/g)) {
    const [chosen] = options.match(/<option[^>]*\sselected[^>]*>/) ?? ['']
    add(attribute(tag, 'name')!, attribute(chosen, 'value') ?? '')
  }
  return fields
}

function attribute(tag: string, name: string) {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? undefined : decoded(value)
}

function decoded(text: string) {
  return text.replace(/&(#?\w+);/g, (all, name) => ENTITIES[name] ?? all)
}
