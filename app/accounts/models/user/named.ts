import db from '@adonisjs/lucid/services/db'
import { Model, expression, field, index } from '#atrium/model/main'
import { E_ALREADY_TAKEN } from '#app/web/public'
import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

type Name = 'username' | 'email'
type Client = TransactionClientContract

const NAME_OF_INDEX: Record<string, Name> = {
  users_username_unique: 'username',
  users_email_unique: 'email',
}

/**
 * Gives users a username and an email, which no two of them share, in whatever case they are
 * written. Letters that can be composed in two ways are stored in one.
 */
export function Named<T extends NormalizeConstructor<typeof Model>>(superclass: T) {
  class NamedUser extends superclass {
    declare id: number

    @field.string({ max: 60 })
    declare username: string

    @field.email()
    declare email: string

    static indexes = [
      index([expression('lower(username collate "und-x-icu")')], {
        name: 'users_username_unique',
        unique: true,
      }),
      index([expression('lower(email collate "und-x-icu")')], {
        name: 'users_email_unique',
        unique: true,
      }),
    ]

    /** The user with this username, in whatever case it is written. */
    static findByUsername<M extends typeof NamedUser>(this: M, username: string, client?: Client) {
      return this.query({ client }).where(same('username', username)).first()
    }

    /** The user with this email address, in whatever case it is written. */
    static findByEmail<M extends typeof NamedUser>(this: M, email: string, client?: Client) {
      return this.query({ client }).where(same('email', email)).first()
    }

    /**
     * Saves the user. A taken name is refused before time goes into hashing the password; the
     * unique indexes refuse what slips in between.
     *
     * @throws E_ALREADY_TAKEN somebody has the username or the email already
     */
    async save() {
      if (this.$dirty.username) {
        this.username = this.username.normalize('NFC')
      }
      await this.#refuseIfTaken('username', this.$dirty.username)
      await this.#refuseIfTaken('email', this.$dirty.email)

      try {
        return await super.save()
      } catch (error: any) {
        const name = error.code === '23505' && NAME_OF_INDEX[error.constraint]
        throw name ? new E_ALREADY_TAKEN(name) : error
      }
    }

    /**
     * Refuses an email that somebody else has.
     *
     * @throws E_ALREADY_TAKEN somebody else has it
     */
    refuseTakenEmail(email: string) {
      return this.#refuseIfTaken('email', email)
    }

    async #refuseIfTaken(name: Name, value: string | undefined) {
      if (value === undefined) {
        return
      }

      const others = (this.$trx ?? db).from('users').where(same(name, value))
      if (this.$isPersisted) {
        others.whereNot('id', this.id)
      }

      if (await others.select('id').first()) {
        throw new E_ALREADY_TAKEN(name)
      }
    }
  }

  return NamedUser
}

/**
 * The comparison that the unique indexes make.
 */
function same(name: Name, value: string) {
  return db.raw('lower(?? collate "und-x-icu") = lower(?::text collate "und-x-icu")', [
    name,
    value.normalize('NFC'),
  ])
}
