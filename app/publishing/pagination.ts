import type { HttpRequest } from '@adonisjs/core/http'

type Part = { limit: number; offset: number }

/**
 * Reads the part of a list that the address asks for with `?page=2`, and says where the other
 * pages are. Whatever is no number of a page stands for the first one, and whatever lies beyond
 * the last page for the last.
 */
export async function paginate<List extends { count: number }>(
  request: HttpRequest,
  read: (part: Part) => Promise<List>,
  perPage = 10
) {
  const asked = pageAskedBy(request)
  const list = await read(partOf(asked, perPage))
  const lastPage = Math.max(1, Math.ceil(list.count / perPage))

  const page = Math.min(asked, lastPage)
  const shown = page === asked ? list : await read(partOf(page, perPage))
  return { ...shown, pagination: { page, lastPage, total: shown.count, path: pathsOf(request) } }
}

function pageAskedBy(request: HttpRequest) {
  const { page } = request.qs()
  return typeof page === 'string' && /^[1-9]\d{0,8}$/.test(page) ? Number(page) : 1
}

function partOf(page: number, limit: number): Part {
  return { limit, offset: (page - 1) * limit }
}

/**
 * The address of each page: the one that is shown, as it was sent, with another number.
 */
function pathsOf(request: HttpRequest) {
  const [path] = request.request.url!.split('?')
  const words = Object.entries(request.qs()).filter(([, value]) => typeof value === 'string')

  return (page: number) => {
    const query = new URLSearchParams(words)
    query.delete('page')
    if (page > 1) query.set('page', String(page))

    return query.size ? `${path}?${query}` : path
  }
}
