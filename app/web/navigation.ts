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

  /** Leads to pages with style sheets and scripts of their own */
  isApart?: boolean
}

/** Whoever asks; nobody where it was not found out */
type Visited = { auth?: { user?: HttpContext['auth']['user'] } }

type LinkSource = (
  visitor: HttpContext['auth']['user'],
  gate: HttpContext['gate']
) => NavigationLink[] | Promise<NavigationLink[]>

/**
 * The links that the components bring to the navigation bar, in the order in which `start/`
 * names the components. The layout knows none of them.
 */
class Navigation {
  #sources: LinkSource[] = []

  /**
   * Adds the links that a component shows to a visitor; the visitor is undefined when nobody is
   * signed in. The gate knows what they may do.
   */
  add(source: LinkSource) {
    this.#sources.push(source)
  }

  /**
   * All links for whoever asks. The one whose address is being shown is `active`.
   */
  async linksFor({ auth, gate, request }: Pick<HttpContext, 'gate' | 'request'> & Visited) {
    const links = await Promise.all(this.#sources.map((source) => source(auth?.user, gate)))
    return links.flat().map((link) => ({ ...link, active: link.href === request.url() }))
  }
}

export const navigation = new Navigation()
