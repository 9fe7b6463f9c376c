import { DateTime } from 'luxon'
import app from '@adonisjs/core/services/app'
import type { HttpContext } from '@adonisjs/core/http'
import { Actor, type ActorOptions } from '#atrium/resource/main'
import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'

import type { AdminConfig } from '../config.ts'
import { E_NO_IMPERSONATION } from './errors.ts'

/** What the session of the one who acts keeps. They stay signed in as themselves */
type Kept = { by: string; as: string; reason: string; until: number }

const KEY = 'impersonation'

/** How long somebody may act as somebody else, in minutes */
const MINUTES = 30

/**
 * An administrator who acts as somebody else for a while, to see what they see. Nobody is signed in or
 * out for it: the session stays that of the administrator, and every request is answered as to the
 * other one until the time is over.
 */
export class Impersonation {
  private constructor(
    readonly user: LucidRow,
    readonly impersonator: LucidRow,
    readonly reason: string,
    readonly until: DateTime
  ) {}

  /**
   * Begins to act as somebody else.
   *
   * @throws E_NO_IMPERSONATION
   */
  static async begin({ session, logger, admin }: HttpContext, user: LucidRow, reason: string) {
    const impersonator = admin.actor.user!
    await Impersonation.check(admin.actor, user)

    const until = DateTime.utc().plus({ minutes: MINUTES }).toMillis()
    const kept: Kept = { by: keyOf(impersonator), as: keyOf(user), reason, until }
    session.put(KEY, kept)
    logger.info({ impersonation: kept }, 'Somebody begins to act as somebody else')
  }

  /** Ends it, if there is one. */
  static end({ session, logger }: HttpContext) {
    const kept = session.pull(KEY)
    if (kept) logger.info({ impersonation: kept }, 'Somebody ends to act as somebody else')
  }

  /**
   * Only administrators act as others, and never as each other.
   *
   * @throws E_NO_IMPERSONATION
   */
  static async check(actor: Actor, user: LucidRow) {
    if (!actor.isAdministrator || actor.options.impersonator) {
      throw new E_NO_IMPERSONATION(['only administrators may, as themselves'])
    }
    if (keyOf(user) === actor.id) throw new E_NO_IMPERSONATION(['that is you'])

    const other = await Actor.of(user).load()
    if (other.isAdministrator) throw new E_NO_IMPERSONATION(['they are an administrator too'])
  }

  /**
   * The one that the session tells of, if whoever is signed in still may. Otherwise it ends.
   */
  static async resume(ctx: HttpContext, signedIn: LucidRow): Promise<Impersonation | null> {
    const kept: Kept | undefined = ctx.session.get(KEY)
    if (!kept) return null

    const user = kept.until > Date.now() ? await userWith(kept.as) : null
    if (user && kept.by === keyOf(signedIn) && (await stillMay(signedIn, user))) {
      return new Impersonation(user, signedIn, kept.reason, DateTime.fromMillis(kept.until))
    }

    Impersonation.end(ctx)
    return null
  }

  /** What the history is told of whoever acts. */
  get identity(): NonNullable<ActorOptions['impersonator']> {
    const { nameOf } = app.config.get<AdminConfig>('admin')
    return {
      id: keyOf(this.impersonator),
      label: nameOf(this.impersonator),
      reason: this.reason,
    }
  }
}

async function userWith(key: string) {
  const { users } = app.config.get<AdminConfig>('admin')
  const { default: model }: { default: LucidModel } = await users()
  return model.find(key)
}

async function stillMay(signedIn: LucidRow, user: LucidRow) {
  try {
    await Impersonation.check(await Actor.of(signedIn).load(), user)
    return true
  } catch (error) {
    if (error instanceof E_NO_IMPERSONATION) return false
    throw error
  }
}

function keyOf(user: LucidRow) {
  return String(user.$primaryKeyValue)
}

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    /** Set while an administrator acts as somebody else */
    impersonation?: Impersonation
  }
}
