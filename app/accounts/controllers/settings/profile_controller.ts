import type { HttpContext } from '@adonisjs/core/http'

import { Avatar } from '../../avatar.ts'
import { Attempts } from '../../attempts.ts'
import { confirmPassword } from '../../confirm_password.ts'
import { hasJustSignedIn, thisBrowser } from '../../sign_in.ts'
import { PROFILE, authorizeProfile } from '../../policies/authorize_profile.ts'
import { profileValidator } from '../../validators/profile_validator.ts'

/**
 * What people say about themselves, and what they sign in with.
 */
export default class ProfileController {
  async edit(ctx: HttpContext) {
    const user = ctx.auth.use('web').getUserOrFail()
    const { username, email, bio, image } = user
    const pendingEmail = await user.pendingEmail()

    return ctx.view.render('accounts/settings/profile', {
      profile: { username, email, bio, image, pendingEmail },
      needsCurrentPassword: !hasJustSignedIn(ctx),
      fixed: await this.#fixedFor(ctx),
    })
  }

  async update(ctx: HttpContext) {
    const { auth, gate, request, response, session } = ctx
    const user = auth.use('web').getUserOrFail()
    const { image: oldImage } = user
    const {
      avatar,
      current_password: currentPassword,
      ...changes
    } = await request.validateUsing(profileValidator)

    await authorizeProfile(gate, user, avatar ? { ...changes, image: avatar.clientName } : changes)
    if (user.isSensitive(changes) && !hasJustSignedIn(ctx)) {
      await confirmPassword(user, currentPassword, 'current_password')
    }
    if (avatar) {
      await Attempts.atUpload(user.id).count()
      changes.image = await Avatar.store(user, avatar)
    }

    const isMoving = await user.reviseAndConfirm(changes, thisBrowser(ctx))
    if (user.image !== oldImage) {
      await Avatar.remove(user, oldImage)
    }

    session.flash('success', isMoving ? sentTo(changes.email) : 'Your settings are saved.')
    return response.redirect().toPath(`/profile/${encodeURIComponent(user.username)}`)
  }

  /** What of a profile its owner may not change. */
  async #fixedFor({ gate }: HttpContext) {
    const allowed = await Promise.all(PROFILE.map((name) => gate.allows('update', 'users', [name])))
    return PROFILE.filter((_, index) => !allowed[index])
  }
}

function sentTo(email: string) {
  return `Your settings are saved. Your email changes when you follow the link that we sent to ${email}.`
}
