import type { Imports } from './imports.ts'

/**
 * A model before it is text. All that is said of types and values is code already.
 */
export type ModelSource = {
  className: string

  /** What it is composed of, beside `Model` */
  mixins?: string[]

  /** What its docblock says */
  description: string

  /** `static table = 'articles'`, before everything else */
  head: StaticSource[]
  fields: MemberSource[]
  relations: MemberSource[]

  /** `static indexes = [...]`, after everything else */
  tail: StaticSource[]
  imports: Imports
}

export type StaticSource = { name: string; code: string; type?: string }

/** A property with its decorator */
export type MemberSource = { decorator: string; property: string; type: string; comment?: string }
