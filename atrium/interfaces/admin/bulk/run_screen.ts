import { RunProblem, resources, wordsOf, type Run } from '#atrium/resource/main'

import { addressOf } from '../rows/addresses.ts'
import { CHECK, IMPORT } from '../imports/run_names.ts'
import type { AdminContext } from '../admin_context.ts'

/** Problems that are shown on the page: the file has all */
const SHOWN = 100

const USUAL = ['update', 'delete', 'restore', 'import', 'undo']
const LOOKS = {
  waiting: 'neutral',
  running: 'accent',
  done: 'good',
  failed: 'bad',
  cancelled: 'warn',
}

/**
 * How far a run has got, and in the end what became of its rows.
 */
export async function runScreen(admin: AdminContext, run: Run) {
  const { resource, access } = admin.serviceNamed(run.resource)
  const { i18n } = admin.reader
  const done = run.succeeded + run.skipped + run.refused
  const isOpen = run.state === 'waiting' || run.state === 'running'
  const problems = await RunProblem.query()
    .where('runId', run.id)
    .orderBy('id')
    .limit(SHOWN + 1)
  const titles = isByLine(run) ? new Map() : await titlesOf(admin, run, problems)

  return {
    run,
    resource,
    isOpen,
    isByLine: isByLine(run),
    done,
    total: run.total > done ? run.total : done,
    look: LOOKS[run.state],
    title: USUAL.includes(run.action)
      ? i18n.t(`admin_bulk.run.${run.action}`, { labels: resource.labelPlural })
      : (resource.actions[run.action]?.label ?? wordsOf(run.action)),
    mayList: access.may('list'),
    mayUndo: !isOpen && resource.isRecorded && run.succeeded > 0n,
    hasMore: problems.length > SHOWN,
    shown: SHOWN,
    problems: problems.slice(0, SHOWN).map(({ row, kind, reason }) => ({
      row,
      kind,
      reason: admin.phrases.say(reason),
      title: titles.get(row) ?? row,
      href: titles.has(row) ? addressOf(resource, row) : undefined,
    })),
  }
}

/** Whether a run works on the lines of a file. */
export function isByLine({ action }: Run) {
  return action === IMPORT || action === CHECK
}

/** What the rows are known by that whoever looks may see. */
async function titlesOf(admin: AdminContext, { resource }: Run, problems: RunProblem[]) {
  const service = admin.serviceNamed(resource)
  if (!problems.length || !service.access.may('list')) return new Map<string, string>()

  const labels = await service.labelsOf(problems.map(({ row }) => row))
  return new Map(labels.map(({ key, title }) => [key, title]))
}

/** The name of the file with the problems of a run. */
export function problemsFileName({ resource, action, id }: Run) {
  return `${resources.get(resource).name}-${action}-${id.slice(0, 8)}-problems.csv`
}
