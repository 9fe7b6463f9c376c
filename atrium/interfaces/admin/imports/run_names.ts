/** What runs that write the lines of a file are called, and those that only try them */
export const IMPORT = 'import'
export const CHECK = 'import_check'
