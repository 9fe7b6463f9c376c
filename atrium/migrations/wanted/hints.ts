/**
 * What models say beyond what their tables look like.
 */
export type Hints = {
  /** Former names of tables, by their names now */
  renamedTables: Record<string, string>

  /** Former names of columns, by `table.column` now */
  renamedColumns: Record<string, string>

  /** SQL that gives each older row of a new column a value of its own, by `table.column` */
  fills: Record<string, string>

  /** The component of each table */
  components: Record<string, string>
}
