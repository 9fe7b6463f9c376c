import { DateTime } from 'luxon'
import { createHash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { Model, field } from '#atrium/model/main'
import { Secret } from '@adonisjs/core/helpers'
import string from '@adonisjs/core/helpers/string'

import User from './user.ts'

/**
 * What a token may be used for, as people are asked.
 */
export const abilities = [
  { value: 'read', label: 'Read', help: 'Articles, comments, your feed and your profile' },
  {
    value: 'write',
    label: 'Write',
    help: 'Articles, comments, favorites, follows and your profile',
  },
  { value: 'account', label: 'Account', help: 'With writing: change your email and your password' },
] as const

/**
 * One of the things that a token may be used for.
 */
export type Ability = (typeof abilities)[number]['value']

/**
 * Everything that a token may be used for.
 */
export const ABILITIES: Ability[] = abilities.map(({ value }) => value)

/**
 * How tokens begin, so that scanners recognise one that was published by mistake.
 */
const PREFIX = 'atr_'

/**
 * So many of a user's tokens may come from signing in. The latest stay.
 */
const MAX_SIGN_INS = 100

/**
 * Every request of a program asks this. As a named statement it is planned once for each
 * connection; it names its columns, because a plan for `*` breaks when a migration adds one.
 */
const FIND = `
  select ${Array.from(User.$columnsDefinitions.values(), ({ columnName }) => `users.${columnName}`)},
    api_tokens.id as token_id, api_tokens.abilities as token_abilities,
    api_tokens.last_used_at as token_last_used_at, api_tokens.expires_at as token_expires_at
  from api_tokens join users on users.id = api_tokens.user_id
  where api_tokens.hash = ?`

/**
 * Lets a program act for a user. Only the hash is kept; the token itself is known at the moment
 * it is issued, and never again.
 */
export default class ApiToken extends Model {
  static table = 'api_tokens'

  @field.id()
  declare id: number

  @field.foreignKey(() => User, { onDelete: 'cascade' })
  declare userId: number

  @field.string({ max: 100 })
  declare name: string

  @field.text({ unique: true, hidden: true, guarded: true })
  declare hash: string

  @field.array('text', { choices: ABILITIES })
  declare abilities: Ability[]

  /** Whether it was given in exchange for a password, and ends when the password changes */
  @field.boolean()
  declare fromSignIn: boolean

  @field.timestamp({ autoCreate: true })
  declare createdAt: DateTime

  @field.timestamp({ nullable: true })
  declare lastUsedAt: DateTime | null

  @field.timestamp({ nullable: true, index: true })
  declare expiresAt: DateTime | null

  /** The token in plain text, as long as it is known */
  declare value?: Secret<string>

  /**
   * A user's tokens, the latest first.
   */
  static of(user: User) {
    return this.query().where('userId', user.id).orderBy('id', 'desc')
  }

  /**
   * Ends one of a user's tokens.
   */
  static async revoke(user: User, id: number) {
    await this.query().where({ id, userId: user.id }).delete()
  }

  /**
   * Issues a token. Its value is shown to the user once.
   */
  static async issue(
    user: User,
    details: Pick<ApiToken, 'name' | 'abilities' | 'fromSignIn' | 'expiresAt'>
  ) {
    const value = PREFIX + string.random(43)
    const token = await this.create(
      { ...details, userId: user.id, hash: hashOf(value) },
      { client: user.$trx }
    )

    token.value = new Secret(value)
    return token
  }

  /**
   * The token that a program gets in exchange for the password. It may do everything, for a month.
   */
  static async signIn(user: User) {
    const token = await this.issue(user, {
      name: 'Sign-in by API',
      abilities: ABILITIES,
      fromSignIn: true,
      expiresAt: DateTime.utc().plus({ days: 30 }),
    })

    await this.#endOldest(user)
    return token.value!.release()
  }

  /**
   * The token and its user, if the value is that of a token that has not expired. One query.
   */
  static async verify(value: string) {
    if (!value.startsWith(PREFIX)) {
      return null
    }

    const query = db.rawQuery(FIND, [hashOf(value)])
    query.knexQuery.options({ name: 'api_token' })
    const { rows } = await query
    const [row] = rows

    if (!row || (row.token_expires_at && row.token_expires_at <= new Date())) {
      return null
    }

    return {
      user: User.$createFromAdapterResult(row) as User,
      id: row.token_id as string,
      abilities: row.token_abilities as Ability[],
      lastUsedAt: row.token_last_used_at as Date | null,
      value,
    }
  }

  /**
   * Notes that a token is being used.
   */
  static async stamp(id: string) {
    await db.from('api_tokens').where('id', id).update({ last_used_at: new Date() })
  }

  /**
   * Programs that sign in again and again would fill the table.
   */
  static async #endOldest({ id, $trx }: User) {
    const own = () => ($trx ?? db).from('api_tokens').where({ user_id: id, from_sign_in: true })
    const latest = own().select('id').orderBy('id', 'desc').limit(MAX_SIGN_INS)

    await own().whereNotIn('id', latest).delete()
  }
}

function hashOf(value: string) {
  return createHash('sha256').update(value).digest('hex')
}
