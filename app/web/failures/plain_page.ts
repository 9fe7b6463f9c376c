import string from '@adonisjs/core/helpers/string'

/**
 * The page of last resort: needs no template, no session and no database.
 */
export function plainPage(facts: { title: string; text: string; requestId?: string }) {
  const title = string.escapeHTML(facts.title)
  const text = string.escapeHTML(facts.text)
  const request = facts.requestId ? `<p>Request ${string.escapeHTML(facts.requestId)}</p>` : ''

  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
  </head>
  <body>
    <h1>${title}</h1>
    <p>${text}</p>
    ${request}
    <p><a href="/">Home</a></p>
  </body>
</html>
`
}
