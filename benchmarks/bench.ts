import { writeFile } from 'node:fs/promises'
import { execFileSync } from 'node:child_process'

import { cases } from './cases.ts'
import { report } from './report.ts'
import { options } from './options.ts'
import { issueTokens } from './tokens.ts'
import { checkAnswers } from './check.ts'
import { recipes } from './contenders.ts'
import { Contender } from './contender.ts'
import { openDatabase } from './database.ts'
import { measure, median, type Measurement } from './measure.ts'

/**
 * Measures the product against the least that could be done and against AdonisJS as it comes.
 */
if (options.build) {
  console.log('Building')
  execFileSync('npm', ['run', 'build'], {
    cwd: new URL('../', import.meta.url),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

const database = await openDatabase()
const contenders: Record<string, Contender> = {}

try {
  for (const recipe of recipes) {
    contenders[recipe.name] = await Contender.start(recipe, database.url)
  }
  const tokens = await issueTokens(contenders, database.url)
  await checkAnswers(contenders, tokens)
  console.log('The limit gives the same bytes as we do')

  const text = report(await run(tokens), recipes, { ...options, database: database.version })
  console.log(text)
  if (!options.isQuick && !options.only) {
    await writeFile(new URL('results.md', import.meta.url), text)
  }
} finally {
  await Promise.all(Object.values(contenders).map((contender) => contender.stop()))
  await database.close()
}

/**
 * Each round begins with another contender, so that none is always the first after a pause. The
 * first measurement of each warms it up and is not counted.
 */
async function run(tokens: Record<string, string>) {
  const results = new Map()

  for (const one of cases.filter(({ name }) => !options.only || name === options.only)) {
    const found: Record<string, Measurement[]> = { limit: [], ours: [], plain: [] }
    for (const { name } of recipes) await once(name, 1)

    for (let round = 0; round < options.rounds; round++) {
      const order = recipes.map((_, index) => recipes[(index + round) % recipes.length].name)
      for (const name of order) found[name].push(await once(name, options.seconds))
    }

    results.set(
      one,
      new Map(Object.entries(found).map(([name, measurements]) => [name, median(measurements)]))
    )
    console.log(`${one.label}: measured`)

    async function once(name: string, seconds: number) {
      return measure(contenders[name], one, tokens[name], { ...options, seconds })
    }
  }

  return results
}
