/**
 * The screens of a resource whose template a product may have as its own.
 */
export const STOCK = {
  list: 'admin::pages/list',
  form: 'admin::pages/form',
  show: 'admin::pages/show',
} as const

export type Screen = keyof typeof STOCK

/** What can be ejected: screens, and how a field is shown */
export const EJECTABLE = [...Object.keys(STOCK), 'field']

/**
 * Where the product keeps its own template, below the folder of views and as Edge names it:
 * `admin/articles/list`, `admin/articles/fields/title`.
 */
export function ejectedName(resource: string, screen: Screen | 'field', field?: string) {
  return screen === 'field' ? `admin/${resource}/fields/${field}` : `admin/${resource}/${screen}`
}
