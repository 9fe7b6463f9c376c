import vine, { type VineString } from '@vinejs/vine'
import type { FieldContext } from '@vinejs/vine/types'

import User from '../models/user.ts'

/**
 * Characters that nobody sees, that reverse the text around them, or that part an address.
 */
const UNFIT_FOR_NAMES = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\]|^\.+$/u

/**
 * Marks of the longer forms of an address (quotes, comments, groups, several addresses), which
 * mail servers and libraries read in different ways. And everything beyond ASCII, where letters
 * of two alphabets look the same.
 */
const UNFIT_FOR_EMAILS = /[^\x21-\x7e]|["(),:;<>[\\\]]/

const readableName = vine.createRule((value, _, field: FieldContext) => {
  if (typeof value === 'string' && UNFIT_FOR_NAMES.test(value)) {
    field.report('The {{ field }} field has characters that are not accepted', 'regex', field)
  }
})

const plainAddress = vine.createRule((value, _, field: FieldContext) => {
  if (typeof value === 'string' && UNFIT_FOR_EMAILS.test(value)) {
    field.report('The {{ field }} field must be a valid email address', 'email', field)
  }
})

const notNull = vine.createRule(
  (value, _, field: FieldContext) => {
    if (value === null) {
      field.report('The {{ field }} field cannot be taken away', 'required', field)
    }
  },
  { implicit: true }
)

/**
 * For changes: what is missing stays as it is, but null would take away what everybody must have.
 */
export const unchangedIfMissing = (field: VineString) => field.use(notNull()).optional()

/**
 * What an account may be called.
 */
export const username = () => User.rule('username').use(readableName())

/**
 * An address that mail can be sent to: a single plain one.
 */
export const email = () => User.rule('email').use(plainAddress())

/**
 * An address by which an account is looked up, whatever its form.
 */
export const typedEmail = () => vine.string().trim().minLength(1).maxLength(254)

/**
 * A password to be set. Any characters, never trimmed.
 */
export const newPassword = () => vine.string().minLength(1).minLength(8).maxLength(128)

/**
 * What somebody types to prove who they are. It is compared, so its form does not matter.
 */
export const secret = () => vine.string().minLength(1).maxLength(1000)

/**
 * Text about a person; empty means none.
 */
export const bio = () => nullIfEmpty(User.rule('bio'))

/**
 * Address of a picture; empty means none.
 */
export const image = () => nullIfEmpty(User.rule('image'))

/**
 * Where to go afterwards. Whether that is a path of ours is checked when it is used.
 */
export const returnTo = () => vine.string().maxLength(2000).optional()

/**
 * Browsers send fields that were left empty; for some of them that means nothing.
 */
export function undefinedIfEmpty(value: unknown) {
  return value === '' ? undefined : value
}

function nullIfEmpty(text: VineString) {
  return text
    .transform((written) => written || null)
    .nullable()
    .optional()
}
