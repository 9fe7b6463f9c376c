import type { NavigationLink } from '#app/web/public'

import type User from './models/user.ts'

/**
 * What the navigation bar offers to a visitor around their account.
 */
export function accountLinks(visitor: User | undefined): NavigationLink[] {
  return visitor
    ? [{ label: 'Settings', href: '/settings', icon: 'settings' }]
    : [
        { label: 'Sign in', href: '/login' },
        { label: 'Sign up', href: '/register' },
      ]
}
