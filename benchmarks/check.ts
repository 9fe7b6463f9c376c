import { cases } from './cases.ts'
import type { Contender } from './contender.ts'

/**
 * Makes sure that the limit gives the same bytes as we do, so that the comparison is one. Only
 * what must differ (a nonce, a new id, a time) is left out.
 *
 * @throws when an answer differs
 */
export async function checkAnswers(
  { limit, ours }: Record<string, Contender>,
  tokens: Record<string, string>
) {
  await limit.ask('PUT', '/page', await ours.ask('GET', '/'))

  for (const { path, body, label, comparable } of cases) {
    const [theirs, answer] = await Promise.all(
      [limit, ours].map(async (contender) => {
        const headers = {
          'Content-Type': 'application/json',
          'Authorization': tokens[contender.name],
        }
        const text = await contender.ask(body ? 'POST' : 'GET', path, body, body ? headers : {})
        return comparable(text)
      })
    )

    if (answer !== theirs) throw new Error(`${label}: ${firstDifference(answer, theirs)}`)
  }
}

function firstDifference(ours: string, theirs: string) {
  let place = 0
  while (ours[place] === theirs[place]) place++

  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, place - 40), place + 60))
  return `the answers differ at ${place}: we give ${around(ours)}, the limit ${around(theirs)}`
}
