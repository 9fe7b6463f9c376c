import type { Case } from '../case.ts'
import { tables } from './tables.ts'
import { columns } from './columns.ts'
import { renames } from './renames.ts'
import { types } from './types.ts'
import { enums } from './enums.ts'
import { indexes } from './indexes.ts'
import { constraints } from './constraints.ts'
import { shapes } from './shapes.ts'
import { history } from './history.ts'
import { combinations } from './combinations.ts'

/** All cases, in the order of the table that they come from */
export const allCases: Case[] = [
  ...tables,
  ...columns,
  ...renames,
  ...types,
  ...enums,
  ...indexes,
  ...constraints,
  ...shapes,
  ...history,
  ...combinations,
]
