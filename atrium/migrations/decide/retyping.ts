import type { Deciding, Verdict } from './deciding.ts'
import type { ChangeOf } from '../compare/changes.ts'

export async function decideChangeType(
  _change: ChangeOf<'changeType'>,
  _deciding: Deciding
): Promise<Verdict> {
  return {}
}
