import type { HttpContext } from '@adonisjs/core/http'
import type { NavigationLink } from '#app/web/public'
import { mayEnter } from '#atrium/interfaces/admin/main'

import type User from './models/user.ts'

/**
 * What the navigation bar offers to a visitor around their account.
 */
export async function accountLinks(
  visitor: User | undefined,
  gate: HttpContext['gate']
): Promise<NavigationLink[]> {
  if (!visitor) {
    return [
      { label: 'Sign in', href: '/login' },
      { label: 'Sign up', href: '/register' },
    ]
  }

  const settings = { label: 'Settings', href: '/settings', icon: 'settings' }
  const admin = { label: 'Admin', href: '/admin', icon: 'layout-dashboard', isApart: true }
  return mayEnter(await gate.actor()) ? [admin, settings] : [settings]
}
