import { DateTime } from 'luxon'
import app from '@adonisjs/core/services/app'
import type { HttpContext } from '@adonisjs/core/http'
import { Actor, type ActorOptions } from '#atrium/resource/main'
import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'

import type { AdminConfig } from '../config.ts'
import { E_NO_IMPERSONATION } from './errors.ts'
import ImpersonationRecord from '../models/impersonation_record.ts'

/** Under what the session of the one who acts keeps which record it is. They stay signed in as themselves */
const KEY = 'impersonation_record'

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
    readonly record: ImpersonationRecord
  ) {}

  /**
   * Begins to act as somebody else.
   *
   * @throws E_NO_IMPERSONATION
   */
  static async begin({ session, logger, admin }: HttpContext, user: LucidRow, reason: string) {
    const impersonator = admin.actor.user!
    await Impersonation.check(admin.actor, user)

    const { nameOf } = admin.config
    const now = DateTime.utc()
    const record = await ImpersonationRecord.create({
      impersonatorId: keyOf(impersonator),
      impersonator: nameOf(impersonator),
      userId: keyOf(user),
      actedAs: nameOf(user),
      reason,
      beganAt: now,
      endsAt: now.plus({ minutes: MINUTES }),
    })
    session.put(KEY, record.id)
    logger.info({ impersonation: record.id }, 'Somebody begins to act as somebody else')
  }

  /** Ends it, if there is one. */
  static async end({ session, logger }: HttpContext) {
    const id: number | undefined = session.pull(KEY)
    if (id === undefined) return

    const record = await ImpersonationRecord.find(id)
    await record?.close()
    logger.info({ impersonation: id }, 'Somebody ends to act as somebody else')
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
    const id: number | undefined = ctx.session.get(KEY)
    if (id === undefined) return null

    const record = await ImpersonationRecord.find(id)
    const user = record?.isOpen ? await userWith(record.userId) : null
    if (user && record!.impersonatorId === keyOf(signedIn) && (await stillMay(signedIn, user))) {
      return new Impersonation(user, signedIn, record!)
    }

    await Impersonation.end(ctx)
    return null
  }

  /** When it ends by itself. */
  get until(): DateTime {
    return this.record.endsAt
  }

  /** What the history is told of whoever acts. */
  get identity(): NonNullable<ActorOptions['impersonator']> {
    const { nameOf } = app.config.get<AdminConfig>('admin')
    return {
      id: keyOf(this.impersonator),
      label: nameOf(this.impersonator),
      reason: this.record.reason,
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
