import type { Env, MarkdownIt } from 'markdown-it'

import { highlighter } from './languages.ts'

/**
 * Code beyond these numbers of characters stays plain. The patterns of a highlighter can be led
 * into long searches, and one text must not hold up the server for everybody.
 */
const LONGEST_LINE = 250
const LONGEST_BLOCK = 8_000
const MOST_IN_ONE_TEXT = 32_000

/**
 * Writes fenced code with classes for its parts. Code in a language that we do not know, or that
 * is too long, stays plain.
 */
export function codeBlocks(md: MarkdownIt) {
  md.renderer.rules.fence = (tokens, index, _options, env) => {
    const { content, info } = tokens[index]
    const language = languageOf(md.utils.unescapeAll(info))

    if (!mayHighlight(content, language, env)) {
      return `<pre><code>${md.utils.escapeHtml(content)}</code></pre>\n`
    }

    const { value } = highlighter.highlight(content, { language, ignoreIllegals: true })
    return `<pre><code class="language-${language}">${value}</code></pre>\n`
  }
}

/**
 * The language that a fence names: `rust` in `rust,no_run`, `ruby` in `{.ruby}`.
 */
function languageOf(info: string) {
  return info.match(/^[{.\s]*([\w+#-]+)/)?.[1].toLowerCase() ?? ''
}

function mayHighlight(code: string, language: string, env: Env = {}) {
  if (code.length > LONGEST_BLOCK || !highlighter.getLanguage(language)) {
    return false
  }
  if (code.split('\n').some((line) => line.length > LONGEST_LINE)) {
    return false
  }

  const highlighted = Number(env.highlighted ?? 0) + code.length
  env.highlighted = highlighted
  return highlighted <= MOST_IN_ONE_TEXT
}
