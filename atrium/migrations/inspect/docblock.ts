const WIDTH = 96

/**
 * Sentences as a docblock, broken into lines. Nothing in them can end it.
 */
export function docblock(text: string) {
  const lines: string[] = []
  for (const word of text.replaceAll('*/', '* /').split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < WIDTH)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return ['/**', ...lines.map((line) => ` * ${line}`), ' */'].join('\n')
}
