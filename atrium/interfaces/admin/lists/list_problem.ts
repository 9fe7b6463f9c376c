import { E_FILTER, type ListQuery, type Page, type ResourceService } from '#atrium/resource/main'

/** What is wrong with the address of a list, and where */
export type ListProblem = {
  about: 'filter' | 'sort' | 'page'
  message: string
  status: number

  /** The text of the filter, in front of, at and behind the place that is wrong */
  place?: { before: string; at: string; after: string }
}

const ABOUT: Record<string, ListProblem['about']> = {
  E_FILTER: 'filter',
  E_BAD_SORT: 'sort',
  E_UNKNOWN_NAME: 'sort',
  E_BAD_CURSOR: 'page',
}

/**
 * A page of a list. What is wrong with the address is said, and the list is shown without it where that
 * shows no more than was asked for.
 */
export async function listOrProblem(
  service: ResourceService,
  query: ListQuery
): Promise<{ page?: Page; problem?: ListProblem }> {
  try {
    return { page: await service.list(query) }
  } catch (error) {
    const problem = problemOf(error, query)
    if (!problem) throw error
    if (problem.about === 'filter') return { problem }

    const { sort, cursor, ...rest } = query
    const again = problem.about === 'page' && sort ? { ...rest, sort } : rest
    return { problem, page: await service.list(again) }
  }
}

function problemOf(error: any, { filter }: ListQuery): ListProblem | undefined {
  const about = ABOUT[error?.code]
  if (!about) return undefined
  if (!(error instanceof E_FILTER)) return { about, message: error.message, status: error.status }

  const { problem, position, status } = error
  const text = typeof filter === 'string' ? filter : ''
  return {
    about,
    message: problem,
    status: status ?? 400,
    place:
      position === undefined || !text
        ? undefined
        : {
            before: text.slice(0, position),
            at: /^\S*/.exec(text.slice(position))![0] || ' ',
            after: text.slice(position).replace(/^\S*/, ''),
          },
  }
}
