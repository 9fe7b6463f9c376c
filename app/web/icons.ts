import edge from 'edge.js'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * What is inside each icon that was shown so far. An icon is read from disk once.
 */
const drawings = new Map<string, string>()

type Options = { class?: string; label?: string }

/**
 * A Lucide icon as inline SVG, for Edge templates: `{{ icon('heart', { class: 'text-primary' }) }}`. How its
 * lines are drawn is said by the style sheet (`.icon`).
 * It is decoration for machines that read aloud, unless it is given a label.
 *
 * @param name the name as on lucide.dev: `circle-alert`
 */
export function icon(name: string, options: Options = {}) {
  const classes = edge.globals.html.escape(['icon', options.class].filter(Boolean).join(' '))
  const spoken = options.label
    ? `role="img" aria-label="${edge.globals.html.escape(options.label)}"`
    : 'aria-hidden="true"'

  return edge.globals.html.safe(
    `<svg class="${classes}" ${spoken} viewBox="0 0 24 24" width="20" height="20">${drawing(name)}</svg>`
  )
}

function drawing(name: string) {
  const known = drawings.get(name)
  if (known !== undefined) {
    return known
  }

  const file = fileURLToPath(import.meta.resolve(`lucide-static/icons/${name}.svg`))
  const [, inside] = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(readFileSync(file, 'utf8'))!
  const compact = inside.replace(/\s*\n\s*/g, '')

  drawings.set(name, compact)
  return compact
}
