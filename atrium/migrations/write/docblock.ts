import { WIDTH } from './literals.ts'
import type { Draft } from '../plan/steps.ts'

/**
 * What a migration does, what its reader should know, and what it loses, above its class.
 */
export function docblock({ description, notes, losses, lossesBack }: Draft) {
  const paragraphs = [
    description.map(sentence).join(' '),
    ...notes.map(sentence),
    lost('Loses data', losses),
    lost('Going back loses data', lossesBack),
  ].filter((paragraph) => paragraph !== '')

  const lines = paragraphs.flatMap((paragraph, index) =>
    index === 0 ? wrapped(paragraph) : ['', ...wrapped(paragraph)]
  )
  return ['/**', ...lines.map((line) => ` * ${line}`.trimEnd()), ' */']
}

function lost(label: string, losses: { what: string }[]) {
  return losses.length === 0 ? '' : `${label}: ${losses.map(({ what }) => what).join(', ')}.`
}

function sentence(words: string) {
  const text = words.trim()
  const begun = text.charAt(0).toUpperCase() + text.slice(1)

  return /[.!?:]$/.test(begun) ? begun : `${begun}.`
}

/** Words in lines. Nothing in them ends the comment. */
function wrapped(paragraph: string) {
  const lines: string[] = []
  let line = ''

  for (const word of paragraph.replaceAll('*/', '* /').split(/\s+/)) {
    if (line !== '' && ` * ${line} ${word}`.length > WIDTH) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line]
}
