import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    'quick': { type: 'boolean', default: false },
    'no-build': { type: 'boolean', default: false },
    'rounds': { type: 'string' },
    'seconds': { type: 'string' },
    'connections': { type: 'string', default: '16' },
    'only': { type: 'string' },
    'help': { type: 'boolean', default: false },
  },
})

if (values.help) {
  console.log(`npm run bench -- [options]

  --quick            one short round of each, to see that everything runs
  --rounds <n>       alternating rounds (5)
  --seconds <n>      length of a measurement (4)
  --connections <n>  connections that are kept busy at once (16)
  --only <case>      list, show, home, comment or live
  --no-build         measure the build that is there
`)
  process.exit()
}

/**
 * What the command line asks for.
 */
export const options = {
  build: !values['no-build'],
  rounds: Number(values.rounds ?? (values.quick ? 1 : 5)),
  seconds: Number(values.seconds ?? (values.quick ? 1 : 4)),
  connections: Number(values.connections),
  only: values.only,

  /** A quick run proves nothing, so it leaves no results behind. */
  isQuick: values.quick,
}
