/** Some words in a row are the same words */
const ENOUGH = 100

/** The only characters that the sanitiser writes as entities */
const CHARACTERS: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }

/**
 * What stands between the title and the text of an article: its description, unless that is how
 * the text begins. Nobody wants to read the same sentence twice.
 *
 * @param html the text as it was rendered
 */
export function ledeOf(description: string, html: string) {
  const beginning = description.replace(/…$/, '').slice(0, ENOUGH)
  return plainText(html.slice(0, 2000)).includes(beginning) ? '' : description
}

function plainText(html: string) {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|amp);/g, (entity) => CHARACTERS[entity])
    .replace(/\s+/g, ' ')
}
