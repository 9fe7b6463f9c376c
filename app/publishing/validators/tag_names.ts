import vine from '@vinejs/vine'

const MOST = 30
const LONGEST = 60

/**
 * The words in a field of words separated by commas.
 */
export function splitTags(typed: string) {
  return typed
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean)
}

/**
 * Refuses more tags, and longer ones, than an article may have.
 */
export const tagNames = vine.createRule(
  (typed, _, field) => {
    const tags = splitTags(String(typed))

    if (tags.length > MOST) {
      field.report(`are too many (maximum is ${MOST})`, 'tagNames', field)
    } else if (tags.some((tag) => tag.length > LONGEST)) {
      field.report(`may have ${LONGEST} characters each`, 'tagNames', field)
    }
  },
  { name: 'tagNames' }
)
