import type { ListQuery } from '#atrium/resource/main'

import type { AdminContext } from '../admin_context.ts'
import { chosenColumns, columnsOf } from './columns.ts'
import { filterForm } from './conditions/filter_form.ts'
import { groupsOf, groupsSent, readFilter, sentForm } from './conditions/groups.ts'
import { chipsOf } from './conditions/phrases.ts'
import { subjectsOf } from './conditions/subjects.ts'
import type { ListAddress } from './list_address.ts'
import { countShown, listCount } from './list_count.ts'
import { listOrProblem } from './list_problem.ts'
import { isEditedInPlace, listRows } from './list_rows.ts'
import type { ListSetup } from './list_setup.ts'
import { listTools } from './list_tools.ts'
import { actionsAt } from './row_menu.ts'
import { sortForm } from './sort_form.ts'
import { sortLink } from './sort_links.ts'
import { tabsOf } from './tabs.ts'

/**
 * All that a list shows: two queries, one for its rows and one that estimates how many there are.
 */
export async function listPage(
  admin: AdminContext,
  address: ListAddress,
  setup: ListSetup,
  query: Record<string, unknown>
) {
  const { resource, service, reader } = admin
  const columns = chosenColumns(resource, service.access, setup)
  const wanted = { ...address.query, ...rowsWanted(admin, address, setup, columns) }
  const { page, problem } = await listOrProblem(service, wanted)
  const count = page && (await listCount(service, wanted, page, query.count === 'exact'))
  const sort = page?.sort ?? []

  return {
    resource,
    address,
    columns: columns.map((column) => ({
      ...column,
      sort: sortLink(column, sort, address),
      isEditedInPlace: isEditedInPlace(column, admin),
    })),
    density: setup.setting.density,
    rows: page ? listRows(page, columns, admin) : [],
    next: page?.next ? address.with({ cursor: page.next }).href() : undefined,
    previous: page?.previous ? address.with({ cursor: page.previous }).href() : undefined,
    count: count && countShown(count, reader),
    status: problem?.status ?? 200,
    problem,
    tabs: tabsOf(address, setup, admin),
    ...filterPart(admin, address, query),
    sortForm: sortForm(columnsOf(resource, service.access), sort),
    roles: setup.roles,
    ...listTools(admin, address),
  }
}

function rowsWanted(
  admin: AdminContext,
  { isTrash }: ListAddress,
  { setting }: ListSetup,
  columns: { name: string }[]
): ListQuery {
  const usual = ['show', 'update', 'delete']
  const actions = isTrash ? [...usual, 'restore'] : [...usual, ...actionsAt('row', admin)]

  return {
    fields: columns.map(({ name }) => name),
    size: setting.size,
    actions: actions.filter((name) => admin.service.access.may(name)),
  }
}

/** The form of filters: as it was sent when a line was added, else as the filter in force says. */
function filterPart(admin: AdminContext, address: ListAddress, query: Record<string, unknown>) {
  const { access } = admin.service
  const subjects = subjectsOf(access)
  const { node } = readFilter(address.parts.filter ?? '')
  const isBuilt = sentForm(query) === 'changed'
  const isSent = isBuilt && query.c !== undefined
  const inForce = node ? groupsOf(node, access) : []
  const groups = isSent
    ? groupsSent(query, access, false)
    : inForce && isBuilt
      ? [...inForce, ...groupsSent(query, access, false)]
      : inForce

  return {
    isFilterOpen: isBuilt,
    filterForm: groups && filterForm(groups, subjects, admin.reader),
    chips: chipsOf(address, node, subjects, admin.reader),
  }
}
