import { existsSync } from 'node:fs'
import { onBehalf } from '#atrium/model/main'
import type { BaseSeeder } from '@adonisjs/lucid/seeders'
import type { ApplicationService } from '@adonisjs/core/types'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

type SignIn = { email: string; password: string; role?: string }

/** `database/seeders/demo_seeder.ts` makes something to look at, and says as whom to do it. */
interface Seeder {
  new (client: QueryClientContract): BaseSeeder
  signIns?: SignIn[]
}

/**
 * Fills a development database that has no users yet with a small demo.
 */
export async function fillDemo(app: ApplicationService) {
  const db = await app.container.make('lucid.db')
  if (!app.inDev || (await db.from('users').first())) return

  const DemoSeeder = await seederOf(app)
  if (!DemoSeeder) return

  console.log('Filling the empty database with a small demo')
  await onBehalf(
    () => ({ interface: 'code', reason: 'The demo of an empty database' }),
    () => new DemoSeeder(db.connection()).run()
  )
}

/**
 * The sign-ins of the demo whose people are still there.
 */
export async function demoSignIns(app: ApplicationService) {
  const DemoSeeder = await seederOf(app)
  const signIns = DemoSeeder?.signIns ?? []
  const emails = signIns.map(({ email }) => email)

  const db = await app.container.make('lucid.db')
  const people = await db.from('users').whereIn('email', emails).select('email')
  return signIns.filter(({ email }) => people.some((person) => person.email === email))
}

/** As whom to look at the demo, and whether at the admin too. */
export function inWords({ email, password, role }: SignIn) {
  return `Sign in as ${email}, password ${password}${role ? ` (${role}, at /admin too)` : ''}`
}

async function seederOf(app: ApplicationService): Promise<Seeder | undefined> {
  if (!existsSync(app.makePath('database/seeders/demo_seeder.ts'))) return

  const { default: DemoSeeder } = await app.import('./database/seeders/demo_seeder.js')
  return DemoSeeder
}
