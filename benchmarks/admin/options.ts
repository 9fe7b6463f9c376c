import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000000' },
    runs: { type: 'string', default: '15' },
    only: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) {
  console.log(`npm run bench:admin -- [options]

  --rows <n>      rows of the table (10000000), made once and kept
  --runs <n>      how often each case is measured (15)
  --only <words>  cases whose name has these words in it

  The database is one of its own in an embedded server in storage/bench_admin, or in the server of
  DATABASE_URL_BENCH.
`)
  process.exit()
}

/**
 * What the command line asks for.
 */
export const options = {
  rows: Number(values.rows),
  runs: Number(values.runs),
  only: values.only,

  /** Less than all of it proves little, and leaves no results behind */
  isWhole: Number(values.rows) >= 10_000_000 && values.only === undefined,
}
