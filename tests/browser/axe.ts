import axe from 'axe-core'
import type { Page } from 'playwright'

/**
 * What axe finds wrong with a page, by the rules of WCAG 2.2 AA and its own best practices: one
 * line for each rule and the elements that break it.
 */
export async function findingsOn(page: Page) {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    () => (globalThis as any).axe.run({ resultTypes: ['violations'] }) as Promise<Result>
  )

  return violations.map(
    ({ id, nodes }) => `${page.url()} ${id}: ${nodes.map(({ html }) => html).join(' | ')}`
  )
}

type Result = { violations: { id: string; nodes: { html: string }[] }[] }
