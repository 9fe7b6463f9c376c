import { Access, type Run } from '#atrium/resource/main'

import { nothingYet, type Tally } from './tally.ts'
import { madeByTitle } from './made_by_title.ts'
import { beginningOf, contentOf } from './uploads.ts'
import { importTargets, type Target } from './targets.ts'
import { SEPARATORS } from './choices.ts'
import { choiceProblems } from './sent_choices.ts'
import { LARGEST_FILE, MOST_LINES } from './limits.ts'
import type { LinesTask } from './line_reading.ts'
import type { OutcomeKind } from './outcome.ts'
import type ImportFile from '../models/import_file.ts'
import type { AdminContext } from '../admin_context.ts'
import { Confirmation } from '../bulk/confirmation.ts'
import { addressOf as rowAddress } from '../rows/addresses.ts'

const KINDS: OutcomeKind[] = ['create', 'update', 'unchanged', 'skip', 'refuse']

const LOOKS: Record<OutcomeKind, string> = {
  create: 'good',
  update: 'accent',
  unchanged: 'neutral',
  skip: 'neutral',
  refuse: 'bad',
}

/** Lines that are shown one by one */
const SHOWN = 100

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
  const { headings, lines } = await beginningOf(await contentOf(file.id))
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
    targets: targets.map(({ name, label, isWritable }) => ({
      name,
      label: isWritable ? label : t('only_match', { label }),
    })),
    rules: [
      rule('match', choices.match ?? '', [
        ['', t('match_none')],
        ...matchable(choices.columns, targets).map(({ name, label }) => [name, label]),
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
      ...linkRules(),
    ],
  }

  /** What is asked only where a column can name several rows of another resource. */
  function linkRules() {
    const related = targets.flatMap(({ relation }) => relation?.target ?? [])
    const mayMake = related.some((target) => madeByTitle(Access.of(target, admin.actor)))
    const separators = Object.keys(SEPARATORS).map((name) => [name, t(`separators.${name}`)])

    return [
      ...(related.length ? [rule('separator', choices.separator, separators)] : []),
      ...(mayMake
        ? [
            rule('unknown', choices.unknown, [
              ['refuse', t('unknown_refuse')],
              ['create', t('unknown_create')],
            ]),
          ]
        : []),
    ]
  }

  function rule(name: string, value: string, options: string[][]) {
    const shown = options.map(([option, label]) => ({ value: option, label }))
    return { name, value, label: ctx.i18n.t(`admin_bulk.import.${name}`), options: shown }
  }
}

/**
 * The screen that says what would happen, as far as it is known by now.
 *
 * @param same an import of the same file
 */
export function checkScreen(admin: AdminContext, file: ImportFile, check: Run, same: Run | null) {
  const { ctx, reader, resource } = admin
  const { state } = check
  const tally = (check.position as Tally | null) ?? nothingYet
  const isOpen = state === 'waiting' || state === 'running'
  const isWhole = state === 'done'
  const writes = tally.create + tally.update
  const counts: Record<OutcomeKind, number> = {
    create: tally.create,
    update: tally.update,
    unchanged: tally.unchanged,
    skip: Number(check.skipped) - tally.unchanged,
    refuse: Number(check.refused),
  }

  return {
    resource,
    check,
    counts,
    isOpen,
    isWhole,
    tried: tally.lines,
    checked: reader.since(check.endedAt ?? check.createdAt),
    mayRun: !isOpen && state !== 'failed' && (writes > 0 || !isWhole),
    writes,
    address: addressOf(admin, file),
    confirmation: new Confirmation(ctx, {
      count: isWhole ? writes : Number(check.total),
      dangerous: file.choices!.columns.some((name) => name !== null && resource.givesAccess(name)),
    }),
    tallies: KINDS.map((kind) => ({ kind, count: counts[kind] })),
    same: same && { href: `/admin/runs/${same.id}`, when: reader.since(same.createdAt) },
    hasProblems: counts.refuse + counts.skip > 0,
    lines: [...tally.refused, ...tally.others].slice(0, SHOWN).map((outcome) => ({
      ...outcome,
      look: LOOKS[outcome.kind],
      title: outcome.title ?? texts(admin)('new_row'),
      href:
        outcome.key && outcome.kind !== 'create' ? rowAddress(resource, outcome.key) : undefined,
    })),
  }
}

/** Where a check is shown. */
export function checkAddressOf({ resource, task }: Run) {
  return `/admin/${resource}/import/${(task as LinesTask).file}?step=check`
}

export function addressOf({ resource }: AdminContext, { id }: ImportFile) {
  return `/admin/${resource.name}/import/${id}`
}

/** Fields that tell rows apart come first; any other that can be read serves as well. */
function matchable(columns: (string | null)[], targets: Target[]) {
  const usable = targets.filter(
    ({ name, field, isUnique }) => isUnique || (field && columns.includes(name) && !field.relation)
  )
  return usable.sort((a, b) => Number(b.isUnique) - Number(a.isUnique))
}

function texts({ ctx }: AdminContext) {
  return (name: string, about: Record<string, string | number> = {}) =>
    ctx.i18n.t(`admin_bulk.import.${name}`, about)
}
