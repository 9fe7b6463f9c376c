import type { View } from '../schema/types.ts'
import type { DecidedOf, Piece, Planning } from './planning.ts'
import { commentOn, createView, dropView } from '../schema/ddl.ts'

/** A new view, once the tables that it reads are there. */
export function planCreateView(
  { change: { view } }: DecidedOf<'createView'>,
  planning: Planning
): Piece[] {
  return [make(view, planning)]
}

/**
 * A view that goes: at the end, when nobody reads it any more, unless it stands in the way.
 */
export function planDropView(
  { change: { view } }: DecidedOf<'dropView'>,
  planning: Planning
): Piece[] {
  return [
    {
      ...putAside(view, planning),
      stage: isInTheWay(view, planning) ? 'obstacles' : 'formerViews',
    },
  ]
}

/** `create or replace view` can do little, so the view is dropped and made anew. */
export function planReplaceView(
  { change: { from, to } }: DecidedOf<'replaceView'>,
  planning: Planning
): Piece[] {
  return [putAside(from, planning), make(to, planning)]
}

/** Views that stay the same, and that read a column or a view that does not. */
export function viewsAround(planning: Planning): Piece[] {
  const { from, to } = planning
  const isChanged = (name: string) =>
    planning.all('replaceView').some(({ change }) => change.from.name === name)
  const aside = new Set(Object.keys(from.views).filter(isChanged))

  for (const name of readersFirst(from.views).toReversed()) {
    if (isInTheWay(from.views[name], planning) || reads(from.views[name], aside)) aside.add(name)
  }
  return [...aside]
    .filter((name) => !isChanged(name) && name in to.views)
    .flatMap((name) => [putAside(from.views[name], planning), make(to.views[name], planning)])
}

/** The names of views, those that read others before them. */
export function readersFirst(views: Record<string, View>) {
  const ordered = new Set<string>()
  const visit = (name: string) => {
    if (ordered.has(name)) return
    Object.values(views)
      .filter((other) => other.name !== name && reads(other, new Set([name])))
      .forEach((other) => visit(other.name))
    ordered.add(name)
  }
  Object.keys(views).forEach(visit)
  return [...ordered]
}

function reads(view: View, names: Set<string>) {
  return view.dependsOn.some((column) => names.has(column.slice(0, column.indexOf('.'))))
}

function isInTheWay({ dependsOn }: View, planning: Planning) {
  return dependsOn.some((dependency) => {
    const [table, column] = dependency.split('.')
    return planning.isConverted(table, [column])
  })
}

function make(view: View, { to }: Planning): Piece {
  return { ...statementsOf(view), stage: 'views', rank: -readersFirst(to.views).indexOf(view.name) }
}

/** Before all else that stands in the way. */
function putAside(view: View, { from }: Planning): Piece {
  const { up, down, ...rest } = statementsOf(view)
  const rank = readersFirst(from.views).indexOf(view.name) - Object.keys(from.views).length
  return {
    ...rest,
    stage: 'obstacles',
    rank,
    up: down,
    down: up,
    summary: `drop the view ${view.name}`,
  }
}

function statementsOf(view: View) {
  const { name, materialized, comment } = view
  const about = commentOn({ object: 'view', view: name, materialized }, comment)
  return {
    table: null,
    up: [createView(view), ...(comment === null ? [] : [about])],
    down: [dropView(view)],
    summary: `make the view ${name}`,
  }
}
