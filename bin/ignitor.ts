import 'reflect-metadata'
import { readFileSync } from 'node:fs'
import { Ignitor } from '@adonisjs/core'

/** The root of the application: the project, or its build. */
const APP_ROOT = new URL('../', import.meta.url)

/** Imports files in the context of the application. */
const IMPORTER = (filePath: string) => {
  if (filePath.startsWith('./') || filePath.startsWith('../')) {
    return import(new URL(filePath, APP_ROOT).href)
  }
  return import(filePath)
}

const { name } = JSON.parse(readFileSync(new URL('package.json', APP_ROOT), 'utf8'))

/** What all entry points begin with. */
export function ignitor() {
  return new Ignitor(APP_ROOT, { importer: IMPORTER }).tap((app) => {
    app.info.set('appName', name)
    app.booting(async () => {
      await import('#start/env')
    })
  })
}
