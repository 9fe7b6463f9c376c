import type { SelectionQuery } from '#atrium/resource/main'

const TRASH = ['only', 'with'] as const

/**
 * What a list sends to be selected: rows that were ticked, or with `all` all that fit it. Nothing when
 * neither is there.
 */
export function selectionSent(body: Record<string, unknown>): SelectionQuery | undefined {
  const trash = TRASH.find((known) => known === body.trash)
  const inTrash = trash && { trash }
  if (body.all) {
    return { ...inTrash, ...textOf('filter', body.filter), ...textOf('search', body.q) }
  }

  const keys = [body.keys ?? []].flat().filter((key): key is string => typeof key === 'string')
  return keys.length ? { ...inTrash, keys: [...new Set(keys)] } : undefined
}

function textOf(name: string, text: unknown) {
  return typeof text === 'string' && text.trim() ? { [name]: text } : {}
}
