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
