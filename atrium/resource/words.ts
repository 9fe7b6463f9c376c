/**
 * What resources, fields and actions are called in a language other than that of their descriptions.
 */
export type Words = {
  /** What is said under a key such as `resources.articles.fields.title`: else what the description says */
  of: (key: string, said: string) => string

  /** A label in the middle of a sentence: languages differ in what they write with a capital */
  within: (label: string) => string
}

/** The words of the descriptions themselves, which are English. */
export const asDescribed: Words = {
  of: (_key, said) => said,
  within: (label) => label.toLowerCase(),
}
