import { beginningOf } from './uploads.ts'
import { shortChange } from './short_change.ts'
import { importTargets } from './targets.ts'
import { choiceProblems } from './sent_choices.ts'
import { LARGEST_FILE, MOST_LINES } from './limits.ts'
import type { DryRun } from './dry_run.ts'
import type { OutcomeKind } from './outcome.ts'
import type ImportFile from '../models/import_file.ts'
import type { AdminContext } from '../admin_context.ts'
import { Confirmation } from '../bulk/confirmation.ts'

const KINDS: OutcomeKind[] = ['create', 'update', 'unchanged', 'skip', 'refuse']

const LOOKS: Record<OutcomeKind, string> = {
  create: 'good',
  update: 'accent',
  unchanged: 'neutral',
  skip: 'neutral',
  refuse: 'bad',
}

/** The longest sample of a cell that is shown, in characters */
const SAMPLE = 60

/** The screen that asks for a file. */
export function uploadScreen({ resource, service, reader }: AdminContext, problem?: string) {
  return {
    resource,
    problem,
    mayList: service.access.may('list'),
    limits: { size: LARGEST_FILE / 1024 / 1024, lines: reader.number(MOST_LINES) },
  }
}

/** The screen on which columns are given their fields. */
export async function columnsScreen(admin: AdminContext, file: ImportFile, isSent = false) {
  const { ctx, resource, service } = admin
  const { headings, lines } = await beginningOf(file.content)
  const targets = importTargets(service.access)
  const choices = file.choices!
  const t = texts(admin)

  return {
    resource,
    address: addressOf(admin, file),
    fileName: file.name,
    problems: isSent
      ? choiceProblems(choices, targets).map(({ text, about }) => t(text, about))
      : [],
    columns: headings.map((heading, index) => ({
      heading,
      chosen: choices.columns[index],
      samples: lines.map(({ cells }) => (cells[index] ?? '').slice(0, SAMPLE)).filter(Boolean),
    })),
    targets: targets.map(({ field, isWritable }) => ({
      name: field.name,
      label: isWritable ? field.label : t('only_match', { label: field.label }),
    })),
    rules: [
      rule('match', choices.match ?? '', [
        ['', t('match_none')],
        ...matchable(choices.columns, targets).map(({ field }) => [field.name, field.label]),
      ]),
      rule('found', choices.found, [
        ['update', t('found_update')],
        ['skip', t('found_skip')],
      ]),
      rule('missing', choices.missing, [
        ['create', t('missing_create')],
        ['skip', t('missing_skip')],
      ]),
      rule('empty', choices.empty, [
        ['keep', t('empty_keep')],
        ['clear', t('empty_clear')],
      ]),
    ],
  }

  function rule(name: string, value: string, options: string[][]) {
    const shown = options.map(([option, label]) => ({ value: option, label }))
    return { name, value, label: ctx.i18n.t(`admin_bulk.import.${name}`), options: shown }
  }
}

/** The screen that says what would happen. */
export function checkScreen(admin: AdminContext, file: ImportFile, result: DryRun) {
  const { ctx, resource } = admin
  const writes = result.counts.create + result.counts.update

  return {
    resource,
    result,
    writes,
    address: addressOf(admin, file),
    confirmation: new Confirmation(ctx, { count: writes }),
    tallies: KINDS.map((kind) => ({ kind, count: result.counts[kind] })),
    lines: result.shown.map((outcome) => ({
      ...outcome,
      changes: outcome.changes.map(shortChange),
      look: LOOKS[outcome.kind],
      title: outcome.title ?? texts(admin)('new_row'),
      href:
        outcome.key && outcome.kind !== 'create'
          ? `/admin/${resource.name}/${encodeURIComponent(outcome.key)}`
          : undefined,
    })),
  }
}

export function addressOf({ resource }: AdminContext, { id }: ImportFile) {
  return `/admin/${resource.name}/import/${id}`
}

/** Fields that tell rows apart come first; any other that can be read serves as well. */
function matchable(columns: (string | null)[], targets: ReturnType<typeof importTargets>) {
  const usable = targets.filter(
    ({ field, isUnique }) => isUnique || (columns.includes(field.name) && !field.relation)
  )
  return usable.sort((a, b) => Number(b.isUnique) - Number(a.isUnique))
}

function texts({ ctx }: AdminContext) {
  return (name: string, about: Record<string, string | number> = {}) =>
    ctx.i18n.t(`admin_bulk.import.${name}`, about)
}
