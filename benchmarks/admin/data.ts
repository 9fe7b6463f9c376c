/** How many people there are */
const REPORTERS = 10_000

/** Words of four syllables, so many that each comes up in about 500 of ten million rows */
const SYLLABLES = `array['ba','ce','di','fo','gu','ha','je','ki','lo','mu','na','pe','ri','so','tu','va','we']`

const word = (seed: string) => {
  const syllable = (step: number) => `(${SYLLABLES})[1 + (${seed} / ${step}) % 17]`
  return [1, 17, 289, 4913].map(syllable).join(' || ')
}

/** A number that looks like chance, and is the same every time */
const chance = (step: number, range: number) => `((n * ${step}::bigint) % 2147483647 % ${range})`

/**
 * The statements that fill the tables, made up by the database itself.
 *
 * @param rows how many entries there are
 */
export function fillStatements(rows: number) {
  return [
    `insert into bench_reporters (name)
     select initcap(${word('n')}) || ' ' || n from generate_series(1, ${REPORTERS}) n`,

    `insert into bench_entries (title, status, reporter_id, amount, score, created_at)
     select
       case when n % 40 = 0 then 'report ' else '' end ||
         ${word(chance(48_271, 83_521))} || ' ' || ${word(chance(69_621, 83_521))},
       (array['done', 'done', 'done', 'waiting', 'open'])[1 + ${chance(16_807, 5)}],
       1 + ${chance(39_373, REPORTERS)},
       (${chance(30_269, 1_000_000)} / 100.0)::numeric(10, 2),
       case when n % 10 > 0 then ${chance(7_919, 1_000)} end,
       '2020-01-01'::timestamptz + n * interval '18 seconds'
     from generate_series(1, ${rows}) n`,
  ]
}

/** How many rows have a past */
const CHANGED = 1_000_000

/**
 * The statement that fills the history: a hundredth of it belongs to one row, a thousandth is about rows that
 * are gone, and four entries are one operation.
 *
 * @param entries how many there are
 * @param rows how many rows there are
 */
export function historyStatement(entries: number, rows: number) {
  const row = `case when n % 100 = 0 then 1 else 1 + ${chance(48_271, Math.min(CHANGED, rows))} end`
  const score = (step: number) => `jsonb_build_object('score', ${chance(step, 1_000)})`
  const gone = `jsonb_build_object('id', ${rows} + n, 'title', 'gone ' || n, 'status', 'done')`

  return `
    insert into history
      (table_name, row_key, action, before, after, operation, transaction_id, happened_at)
    select 'bench_entries', jsonb_build_object('id', case when is_gone then ${rows} + n else ${row} end),
      case when is_gone then 'delete' else 'update' end,
      case when is_gone then ${gone} else ${score(7_919)} end,
      case when not is_gone then ${score(6_271)} end,
      jsonb_build_object('id', md5((n / 4)::text)::uuid, 'actor', 1 + n % 100, 'interface', 'admin'),
      n / 4, '2020-01-01'::timestamptz + n * interval '18 seconds'
    from generate_series(1, ${entries}) n, lateral (select n % 1000 = 7 as is_gone) as fate`
}
