import { write } from '../write/write.ts'
import type { Draft } from '../plan/steps.ts'
import type { Replacing } from '../run/replaced.ts'

export type Squashed = Pick<Replacing, 'replaces' | 'replacedBefore'> & {
  up: string[]
  down: string[]
}

/** The text of the file that comes in the place of several. */
export function squashedText({ replaces, replacedBefore, up, down }: Squashed) {
  const draft: Draft = {
    component: 'app',
    phase: 'expand',
    name: 'squashed',
    description: [
      `Makes what ${replaces.length} migrations made one after the other`,
      'Where they have run, it counts as run',
    ],
    transactional: true,
    guards: [],
    losses: [],
    lossesBack: [],
    notes: [],
    up,
    down,
  }
  return write(draft).replace(/^ {2}static component.*$/m, (line) =>
    [
      line,
      '',
      ...list('replaces', replaces),
      ...(Object.keys(replacedBefore).length > 0 ? ['', ...record(replacedBefore)] : []),
    ].join('\n')
  )
}

function list(name: string, items: string[]) {
  return [`  static ${name} = [`, ...items.map((item) => `    '${item}',`), '  ]']
}

function record(replacedBefore: Record<string, string[]>) {
  return [
    '  static replacedBefore = {',
    ...Object.entries(replacedBefore).flatMap(([name, items]) => [
      `    '${name}': [`,
      ...items.map((item) => `      '${item}',`),
      '    ],',
    ]),
    '  }',
  ]
}
