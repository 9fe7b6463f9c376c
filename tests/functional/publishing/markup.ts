/**
 * The markup of a page without the space that templates leave between and within tags.
 */
export function markupOf(response: { text(): string }) {
  return response
    .text()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([<>]) ?/g, '$1')
    .replaceAll(' "', '"')
}

/**
 * The titles of the articles that a page lists.
 */
export function titlesIn(response: { text(): string }) {
  const titles = markupOf(response).matchAll(/<h1 aria-level="2">(.*?)<\/h1>/g)
  return Array.from(titles, ([, title]) => title)
}
