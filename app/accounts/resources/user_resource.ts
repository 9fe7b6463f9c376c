import { action, defineResource } from '#atrium/resource/main'

import User from '../models/user.ts'
import UserPolicy from '../policies/user_policy.ts'
import { email, username } from '../validators/fields.ts'

export default defineResource(User, {
  icon: 'users',
  policy: UserPolicy,
  sensitive: ['email', 'password', 'roles'],
  list: ['username', 'email', 'emailVerifiedAt', 'createdAt'],
  fields: {
    username: { rule: username },
    email: { rule: email },
    bio: { widget: 'textarea' },
    image: { widget: 'url' },
  },
  form: [
    { section: 'Profile', fields: ['username', 'bio', 'image'] },
    { section: 'Access', fields: ['email', 'emailVerifiedAt', 'roles'] },
  ],
  actions: {
    verifyEmail: action({
      label: 'Mark email as verified',
      icon: 'mail-check',
      bulk: true,
      when: 'emailVerifiedAt = null',
      reason: true,
      run: (user: User) => user.markEmailAsVerified(),
    }),
    mailNewPassword: action({
      label: 'Mail a link for a new password',
      icon: 'key-round',
      confirm: 'The link works for an hour.',
      run: (user: User) => user.askToResetPassword(),
    }),
    signOut: action({
      label: 'Sign out everywhere',
      icon: 'log-out',
      bulk: true,
      confirm: 'All browsers and all programs of this person have to sign in again.',
      dangerous: true,
      run: (user: User) => user.signOutEverywhere(),
    }),
  },
})
