import { sql, type Sql } from '#atrium/model/main'
import type { Actor, Resource } from '#atrium/resource/main'

import ListSetting from '../models/list_setting.ts'
import type { Parts } from './list_address.ts'
import { rolesToShareWith } from './view_form.ts'

export type View = {
  id: string
  name: string
  parts: Parts
  sharedWith: string | null
  isDefault: boolean
  isOwn: boolean
}

type Setting = Pick<ListSetting, 'columns' | 'density' | 'size'>

const USUAL: Setting = { columns: [], density: 'comfortable', size: 25 }

/**
 * How somebody has set up a list: columns and so on, and the views that they may open.
 */
export class ListSetup {
  private constructor(
    readonly setting: Setting,
    readonly views: View[],

    /** Roles that views can be shared with */
    readonly roles: string[]
  ) {}

  /** Reads all of it in one query. */
  static async read(resource: Resource, actor: Actor) {
    const { text, bindings } = statement(resource, actor)
    const { client } = ListSetting.query()
    const { rows } = await client.rawQuery<{ rows: Found[] }>(text, [...bindings])
    const of = (type: string) => rows.filter((row) => row.type === type).map(({ value }) => value)

    return new ListSetup(
      { ...USUAL, ...of('setting')[0] },
      of('view').map((view) => viewOf(view, actor)),
      actor.isAdministrator ? of('role').map(({ name }) => name) : rolesToShareWith(actor)
    )
  }

  /** The view that an address names; without one the view that the list opens with. */
  viewFor(query: Record<string, unknown>) {
    if (typeof query.view === 'string') return this.views.find(({ id }) => id === query.view)

    const isPlain = Object.keys(query).every((name) => ['lang', 'page'].includes(name))
    return isPlain
      ? (this.views.find(({ isDefault, isOwn }) => isDefault && isOwn) ??
          this.views.find(({ isDefault }) => isDefault))
      : undefined
  }
}

type Found = { type: string; value: any }

function statement(resource: Resource, actor: Actor): Sql {
  const roles = [...actor.roles]

  return sql`
    select 'setting' as type, to_jsonb(s) as value from admin_list_settings s
    where s.actor = ${actor.id} and s.resource = ${resource.name}
    union all
    select 'view', to_jsonb(v) from (
      select * from admin_saved_views
      where resource = ${resource.name} and (actor = ${actor.id} or shared_with = any(${roles}))
      order by name, id
    ) v
    union all
    select 'role', to_jsonb(r) from (
      select name from roles where ${actor.isAdministrator} order by name
    ) r`
}

function viewOf(row: any, actor: Actor): View {
  return {
    id: String(row.id),
    name: row.name,
    parts: row.query,
    sharedWith: row.shared_with,
    isDefault: row.is_default,
    isOwn: row.actor === actor.id,
  }
}
