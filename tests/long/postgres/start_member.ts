import { once } from 'node:events'
import { spawn } from 'node:child_process'
import app from '@adonisjs/core/services/app'

/**
 * Starts a process that takes part in the server of `folder`, and waits until it does.
 */
export async function startMember(folder: string) {
  const member = spawn(
    process.execPath,
    ['--import=./bin/typescript.js', app.makePath('tests/long/postgres/member.ts'), folder],
    { cwd: app.makePath(), stdio: ['ignore', 'pipe', 'inherit'] }
  )
  const left = once(member, 'exit')
  const [output] = await Promise.race([
    once(member.stdout!, 'data'),
    left.then(() => {
      throw new Error('The member ended before it had joined')
    }),
  ])

  return {
    port: Number(output),
    async leave() {
      member.kill('SIGTERM')
      const [code] = await left
      return code as number
    },
    async kill() {
      member.kill('SIGKILL')
      await left
    },
  }
}
