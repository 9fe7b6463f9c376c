import type { HttpContext } from '@adonisjs/core/http'

/**
 * A link in the navigation bar of every page.
 */
export type NavigationLink = {
  label: string
  href: string

  /** Name of a Lucide icon */
  icon?: string

  /** Picture shown instead of an icon; null stands for the default one */
  image?: string | null
}

type LinkSource = (visitor: HttpContext['auth']['user']) => NavigationLink[]

/**
 * The links that the components bring to the navigation bar, in the order in which `start/`
 * names the components. The layout knows none of them.
 */
class Navigation {
  #sources: LinkSource[] = []

  /**
   * Adds the links that a component shows to a visitor; the visitor is undefined when nobody is
   * signed in.
   */
  add(source: LinkSource) {
    this.#sources.push(source)
  }

  /**
   * All links for a visitor. The one whose address is being shown is `active`.
   */
  linksFor(visitor: HttpContext['auth']['user'], path: string) {
    return this.#sources
      .flatMap((source) => source(visitor))
      .map((link) => ({ ...link, active: link.href === path }))
  }
}

export const navigation = new Navigation()
