import type { Drift } from './drift.ts'

type Part = { of: keyof Drift; title: string; advice: string }

/** What each kind of drift is called, and what to do about it. */
const parts: Part[] = [
  {
    of: 'models',
    title: 'The models say what no migration makes yet. What is to be done:',
    advice: '`node ace migration:generate` writes the migrations for it.',
  },
  {
    of: 'pending',
    title: 'These migrations have not run in this database:',
    advice: '`node ace migration:run` runs them, `node ace migration:sql` shows what they do.',
  },
  {
    of: 'missing',
    title: 'These migrations have run in this database, and their files are gone:',
    advice:
      'Get them back (they may be on another branch), or take back what they did by hand and delete their rows from adonis_schema.',
  },
  {
    of: 'edited',
    title: 'These migrations were edited after they had run in this database:',
    advice:
      'Undo the edit and put the change into a new file. When it changes nothing of what they do: `node ace migration:run --accept-edited`.',
  },
  {
    of: 'database',
    title: 'This database is not what its migrations make. What somebody did besides:',
    advice:
      'To keep it, say it in the models and generate a migration, or name it in `unmanaged` of config/migrations.ts. To lose it, undo it by hand.',
  },
]

/** Drift in plain words: each kind with what to do about it. */
export function driftInWords(drift: Drift): string[] {
  return parts
    .filter(({ of }) => drift[of].length > 0)
    .map(({ of, title, advice }) =>
      [title, ...drift[of].map((line) => `  - ${inWords(line)}`), `  ${advice}`].join('\n')
    )
}

function inWords(line: Drift[keyof Drift][number]) {
  if (typeof line === 'string') return line

  return `${line.name} (ran on ${line.appliedAt.toISOString().slice(0, 16)}Z)`
}
