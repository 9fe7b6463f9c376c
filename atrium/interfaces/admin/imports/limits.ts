/** What a file may have at most, so that reading it costs neither the memory nor the time of others. */

/** Bytes, as it was uploaded */
export const LARGEST_FILE = 20 * 1024 * 1024

/** Bytes of a spreadsheet once it is unpacked */
export const LARGEST_WORKBOOK = 100 * 1024 * 1024

export const MOST_LINES = 100_000
export const MOST_COLUMNS = 200

/** Characters of one line of CSV */
export const LONGEST_LINE = 1024 * 1024
