import type { Recipe } from './contender.ts'

const LOADER = '--import=@poppinss/ts-exec'

/**
 * What is compared. Each is one process in production mode, with ten connections to the database.
 */
export const recipes: Recipe[] = [
  {
    name: 'limit',
    label: 'node:http + pg',
    args: [LOADER, 'benchmarks/limit/server.ts'],
    folder: './',
  },
  { name: 'ours', label: 'Atrium', args: ['bin/server.js'], folder: 'build/' },
  {
    name: 'plain',
    label: 'AdonisJS + Lucid',
    args: [LOADER, 'server.ts'],
    folder: 'benchmarks/plain/',
  },
]
