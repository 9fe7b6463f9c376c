/**
 * Somebody with an account, as far as publishing needs to know.
 */
export type Person = { id: number }
