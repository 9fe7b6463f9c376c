const MOST = 8

/** Verbs in the third person where an `s` behind them is not enough */
const irregular: Record<string, string> = { index: 'Indexes', copy: 'Copies' }

/**
 * Sentences out of what steps say of themselves: `add headline to articles` becomes `Adds headline to
 * articles.` Of many only the first are said.
 */
export function sentences(summaries: string[]) {
  const different = [...new Set(summaries)]
  const shown = different.slice(0, different.length > MOST + 1 ? MOST : MOST + 1).map(sentence)
  const left = different.length - shown.length
  return left > 0 ? [...shown, `Does ${left} more things of this kind.`] : shown
}

function sentence(summary: string) {
  const [verb, ...rest] = summary.split(' ')
  const third = irregular[verb] ?? `${verb[0].toUpperCase()}${verb.slice(1)}s`
  return `${[third, ...rest].join(' ')}.`
}
