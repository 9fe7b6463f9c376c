type Article = {
  slug: string
  title: string
  description: string
  tagList: string[]
  publishedAt: string
  favoritesCount: number
  author: { username: string; image: string | null }
}

type Home = { articles: Article[]; count: number; tags: string[] }

/**
 * Learns a page from one answer of the product: its text, with places where data goes. What is
 * written by it afterwards costs no more than the template literal that one would write by hand,
 * and whether it has learned well is checked byte for byte before anything is measured.
 */
export function learnPage(html: string, home: Home) {
  const [first] = home.articles
  const start = html.indexOf('<article class="article-preview">')
  const end = html.lastIndexOf('</article>') + '</article>'.length
  const next = html.indexOf('<article class="article-preview">', start + 1)
  const between = html.slice(html.lastIndexOf('</article>', next) + '</article>'.length, next)
  const preview = html.slice(start, html.indexOf('</article>', start) + '</article>'.length)

  const tagIn = (text: string, tag: string) => {
    const place = text.lastIndexOf('<li', text.indexOf(`>${tag}<`))
    return text.slice(place, text.indexOf('</li>', place) + '</li>'.length)
  }
  const tagsOf = (text: string, tags: string[]) => {
    const items = tags.map((tag) => tagIn(text, tag))
    const from = text.indexOf(items[0])
    const gap = text.slice(from + items[0].length, text.indexOf(items[1]))
    const item = learn(items[0], { tag: tags[0] })
    return {
      found: text.slice(from, text.indexOf(items.at(-1)!) + items.at(-1)!.length),
      write: (names: string[]) => names.map((tag) => item({ tag: escape(tag) })).join(gap),
    }
  }

  const portraits = new Map(
    home.articles.map(({ author }, place) => {
      const one = html.split('<article class="article-preview">')[place + 1]
      return [author.username, /user-pic"[^>]*src="([^"]+)"/.exec(one)?.[1] ?? '']
    })
  )
  const previewTags = tagsOf(preview, first.tagList)
  const view = (article: Article) => ({
    ...datesOf(article.publishedAt),
    tags: previewTags.write(article.tagList),
    slug: article.slug,
    title: escape(article.title),
    description: escape(article.description),
    username: article.author.username,
    image: article.author.image ?? portraits.get(article.author.username)!,
    count: `>${article.favoritesCount}<`,
  })
  const writePreview = learn(preview, { ...view(first), tags: previewTags.found })

  const foot = html.slice(end)
  const sidebar = tagsOf(foot, home.tags)
  const lastPage = (count: number) => String(Math.ceil(count / 10))
  const writeHead = learn(html.slice(0, start), { nonce: nonceOf(html) })
  const writeFoot = learn(foot, { tags: sidebar.found, lastPage: lastPage(home.count) })

  return ({ articles, count, tags }: Home, nonce: string) =>
    writeHead({ nonce }) +
    articles.map((article) => writePreview(view(article))).join(between) +
    writeFoot({ tags: sidebar.write(tags), lastPage: lastPage(count) })
}

/**
 * The nonce in a page: different in each answer.
 */
export function nonceOf(html: string) {
  return /name="csp-nonce" content="([^"]+)"/.exec(html)?.[1] ?? ''
}

/**
 * Turns a text into a function that writes it with other values.
 */
function learn<Names extends string>(text: string, values: Record<Names, string>) {
  const names = (Object.keys(values) as Names[])
    .filter((name) => values[name])
    .sort((one, other) => values[other].length - values[one].length)
  const parts: (string | { name: Names })[] = []

  for (let place = 0, since = 0; place <= text.length;) {
    const name = names.find((candidate) => text.startsWith(values[candidate], place))
    if (name || place === text.length) parts.push(text.slice(since, place))
    if (name) parts.push({ name })
    place += name ? values[name].length : 1
    if (name) since = place
  }

  return (others: Record<Names, string>) => {
    let written = ''
    for (const part of parts) written += typeof part === 'string' ? part : others[part.name]
    return written
  }
}

const MONTHS =
  'January February March April May June July August September October November December'
const SHORT = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'
const months = MONTHS.split(' ')
const shortMonths = SHORT.split(' ')

function datesOf(iso: string) {
  const day = Number(iso.slice(8, 10))
  const month = Number(iso.slice(5, 7)) - 1
  const year = iso.slice(0, 4)

  return {
    iso,
    longTime: `${day} ${months[month]} ${year}, ${iso.slice(11, 16)}`,
    longDate: `${day} ${months[month]} ${year}`,
    shortDate: `${day} ${shortMonths[month]} ${year}`,
  }
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
}

function escape(text: string) {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character])
}
