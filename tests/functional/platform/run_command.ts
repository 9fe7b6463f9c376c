import { spawn } from 'node:child_process'

interface Options {
  cwd: string
  env?: NodeJS.ProcessEnv
  node?: string
}

/**
 * Runs a script of Node in a process of its own, and says how it ended. It is stopped by SIGINT
 * as soon as it has printed what `until` looks for.
 */
export function runCommand(args: string[], { cwd, env, node }: Options, until?: RegExp) {
  return new Promise<{ code: number | null; output: string; errors: string }>((resolve) => {
    const child = spawn(node ?? process.execPath, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    let errors = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
      if (until?.test(output)) child.kill('SIGINT')
    })
    child.stderr.on('data', (chunk) => (errors += chunk))
    child.once('close', (code) => resolve({ code, output, errors: errors.trim() }))
  })
}
