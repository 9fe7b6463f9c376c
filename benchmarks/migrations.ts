import { table } from './migrations/table.ts'
import { Project } from './migrations/project.ts'

/**
 * Measures what generating migrations takes with 200 models of 10 fields each: whole commands, with
 * the start of Node. Each number is the median of several runs.
 */
const MODELS = 200
const RUNS = Number(process.argv[2] ?? 3)

const project = await Project.make(MODELS)
try {
  const results = [
    await project.time('generate from scratch', 5, RUNS, async () => {
      await project.forget()
      await project.ace('migration:generate')
    }),
    await project.time('no change', 2, RUNS, () => project.ace('migration:generate', '--check')),
    await project.time('generate one new field', 5, RUNS, async (run) => {
      await project.addField(run)
      await project.ace('migration:generate')
    }),
  ]
  console.log(table(results))
} finally {
  await project.remove()
}
