import { kinds } from './kinds.ts'

/**
 * Puts together again what a shell made of braces: bash turns `amount:decimal{12,2}` into
 * `amount:decimal12 amount:decimal2`.
 */
export function expandedBack(args: string[]) {
  const groups: string[][] = []
  for (const argument of args) {
    const last = groups.at(-1)
    const isPart = isExpanded(argument) && isExpanded(last?.[0] ?? '')
    if (isPart && nameOf(last![0]) === nameOf(argument)) last!.push(argument)
    else groups.push([argument])
  }
  return groups.map((group) => (group.length > 1 ? joined(group) : group[0]))
}

/** Has a kind with something right behind it that only braces explain */
function isExpanded(argument: string) {
  const [, kind] = argument.split(':')
  return kind !== undefined && startingKind(kind) !== ''
}

function joined(group: string[]) {
  const name = nameOf(group[0])
  const rests = group.map((argument) => argument.slice(name.length + 1))
  const kind = startingKind(rests[0])
  const end = /(\{[^{}]*\})*\??$/.exec(rests[0])![0]
  const words = rests.map((rest) => rest.slice(kind.length, rest.length - end.length))

  return `${name}:${kind}{${words.join(',')}}${end}`
}

function startingKind(text: string) {
  return Object.keys(kinds)
    .filter((kind) => text.startsWith(kind))
    .reduce((longest, kind) => (kind.length > longest.length ? kind : longest), '')
}

function nameOf(argument: string) {
  return argument.split(':')[0]
}
