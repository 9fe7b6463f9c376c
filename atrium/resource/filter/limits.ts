/** What a filter may have at most, so that no address costs the database more than a list does. */

/** Characters of the text */
export const LONGEST_FILTER = 2_000

/** Comparisons, words, values, and what joins them */
export const MOST_NODES = 100

/** Parentheses and NOTs within each other */
export const DEEPEST_NESTING = 20

/** Relations behind each other */
export const MOST_RELATIONS = 3

/** Names in a path: relations, a field, and keys within JSON */
export const LONGEST_PATH = 10
