import type { HttpContext } from '@adonisjs/core/http'

import { paginate } from '../pagination.ts'
import { SearchQuery } from '../search_query.ts'
import { popularTags } from '../reading/tags.ts'
import { readSnippets } from '../reading/snippets.ts'
import { listArticles } from '../reading/articles.ts'

/**
 * Finding what was written.
 */
export default class SearchController {
  /** The articles that match, the best first; without a question, where to begin. */
  async index({ auth, request, view }: HttpContext) {
    const query = new SearchQuery(request.qs().q)
    if (query.isEmpty) {
      return view.render('publishing/search', { query: '', popularTags: await popularTags() })
    }

    const readerId = auth.user?.id
    const { articles, pagination } = await paginate(request, (part) =>
      listArticles(query.filter, { readerId, ...part })
    )
    const snippets = await readSnippets(articles, query.filter.search)

    return view.render('publishing/search', {
      query: query.text,
      pagination,
      articles: articles.map((article) => ({ ...article, snippet: snippets.get(article.slug) })),
    })
  }
}
