/** What a file may have at most, so that reading it costs neither the memory nor the time of others. */

/** Bytes, as it was uploaded */
export const LARGEST_FILE = 20 * 1024 * 1024

/** Bytes of a spreadsheet once it is unpacked */
export const LARGEST_WORKBOOK = 100 * 1024 * 1024

export const MOST_LINES = 100_000
export const MOST_COLUMNS = 200

/** Characters of one line */
export const LONGEST_LINE = 1024 * 1024

/** Names in one cell */
export const MOST_REFERENCES = 200

/** Imports of one person that are kept: older ones make room */
export const MOST_IMPORTS = 20
