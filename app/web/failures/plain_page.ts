import string from '@adonisjs/core/helpers/string'

/**
 * The page of last resort: needs no template, no session and no database.
 */
export function plainPage(facts: { title: string; text: string; requestId: string }) {
  const title = string.escapeHTML(facts.title)
  const text = string.escapeHTML(facts.text)
  const requestId = string.escapeHTML(facts.requestId)

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
    <p>Request ${requestId}</p>
    <p><a href="/">Home</a></p>
  </body>
</html>
`
}
