import type { I18n } from '@adonisjs/i18n'
import i18nManager from '@adonisjs/i18n/services/main'

import { phrases } from './phrases.ts'
import { resourcesIn } from './worded_resources.ts'

type Pattern = { key: string; pattern: RegExp; weight: number }
type Problem = { rule?: string; message: string; meta?: Record<string, any> }

/** Sentences and lists are put together from parts that are phrases themselves */
const BETWEEN_PARTS = ['. ', '; ', ': ', ', ']

/** Where AdonisJS has the messages of validators */
const RULES = 'validator.shared.messages.'

/** What stands in the place of some names: no more of a text than that */
const VALUES: Record<string, string> = {
  resource: '[\\w*-]+',
  action: '[\\w*-]+',
  role: '[^\\s,]+',
  fields: '[\\w, ]+',
}

/** What is a phrase of its own, or several. Everything else stays as somebody wrote it */
const PHRASES = ['problem', 'problems', 'roles', 'takes', 'users', 'what', 'why', 'words']

/** Numbers as English writes them */
const COUNT = /^\d{1,3}(,\d{3})*$|^\d+$/

/** What the patterns were made from, and they */
let known: { from: object; patterns: Pattern[] } | undefined

/**
 * Says in the reader's language what resources, rules and policies say in English. What it has no
 * translation of stays as it is, so that it may be asked twice.
 */
export class Phrasebook {
  constructor(protected i18n: I18n) {}

  /** A sentence, or what stands in the middle of one. */
  say(text: string): string {
    return this.#isEnglish ? text : (this.#whole(text) ?? this.#inParts(text) ?? text)
  }

  /** A text that somebody may have written themselves: only as a whole, and never a part of it. */
  sayWhole(text: string): string {
    return this.#isEnglish ? text : (this.#whole(text) ?? text)
  }

  /** What is wrong with a field: by the rule that it breaks, else by what was said. */
  sayProblem({ rule, message, meta }: Problem): string {
    const key = `${RULES}${rule}`
    const isKnown = !this.#isEnglish && this.i18n.hasMessage(key)
    if (!isKnown || this.#whole(message)) return this.say(message)

    return this.i18n.t(key, { min: 0, max: 0, size: 0, ...meta })
  }

  /**
   * Has an error speak the language, with all that is wrong with fields.
   *
   * @param labels what fields are called, where the form is shown again by who knows only their names
   */
  translate<Thrown>(error: Thrown, labels: Record<string, string> = {}): Thrown {
    if (this.#isEnglish || !(error instanceof Error)) return error

    const { code, status, messages, problem } = error as Said
    if (code === 'E_VALIDATION_ERROR' && Array.isArray(messages)) {
      for (const one of messages) {
        const said = this.sayProblem(one)
        one.message = labels[one.field] ? `${labels[one.field]} ${said}` : said
      }
    } else if (Number(status) < 500) {
      if (problem !== undefined) Object.assign(error, { problem: this.say(problem) })
      error.message = this.say(error.message)
    }
    return error
  }

  /** What a resource or an action is called, where English says the name that it has in code. */
  nameOf(kind: 'resource' | 'action', name: string): string {
    if (this.#isEnglish) return name
    if (kind === 'action') return this.i18n.t(`admin.actions.${name}`, {}, this.#actionNamed(name))

    const resources = resourcesIn(this.i18n)
    return resources.has(name) ? resources.get(name).labelPlural : name
  }

  #actionNamed(name: string) {
    const found = resourcesIn(this.i18n)
      .all()
      .find(({ actions }) => Object.hasOwn(actions, name))
    return found?.actions[name].label ?? name
  }

  get #isEnglish() {
    return this.i18n.locale.split('-')[0] === 'en'
  }

  #whole(text: string) {
    for (const { key, pattern } of patterns()) {
      const found = pattern.exec(text)
      if (!found || !this.i18n.resolveIdentifier(key)) continue

      const values = Object.entries(found.groups ?? {}).map(([name, value]) => [
        name,
        this.#value(name, value),
      ])
      return this.i18n.t(key, Object.fromEntries(values))
    }
    return undefined
  }

  #value(key: string, value: string): string | number {
    if (key === 'action' || key === 'resource') return this.nameOf(key, value)
    if (PHRASES.includes(key)) return this.say(value)
    return COUNT.test(value) ? Number(value.replaceAll(',', '')) : value
  }

  #inParts(text: string): string | undefined {
    const between = BETWEEN_PARTS.find((one) => text.includes(one))
    if (!between) return undefined

    return text
      .split(between)
      .map((part) => this.say(part))
      .join(between)
  }
}

type Said = Error & {
  code?: string
  status?: number
  messages?: (Problem & { field: string })[]
  problem?: string
}

/** The phrases of the framework and those of the application, whose English is a text too. */
function patterns(): Pattern[] {
  const from = i18nManager.getTranslationsFor('en')
  if (known?.from === from) return known.patterns

  const own = Object.entries(from)
    .filter(([key]) => key.startsWith('phrases.') || key.startsWith(RULES))
    .map(([key, text]) => patternOf(key, text))
  const all = Object.entries(phrases).map(([name, text]) => patternOf(`phrases.${name}`, text))

  known = { from, patterns: [...own, ...all].sort((a, b) => b.weight - a.weight) }
  return known.patterns
}

/** What says more of a sentence is tried first. */
function patternOf(key: string, text: string): Pattern {
  const parts = text.split(/\{(\w+)\}/)
  const source = parts
    .map((part, index) =>
      index % 2 ? `(?<${part}>${VALUES[part] ?? '.+?'})` : RegExp.escape(part)
    )
    .join('')
  const said = parts.filter((_, index) => index % 2 === 0).join('')
  return { key, pattern: new RegExp(`^${source}$`, 'su'), weight: said.length }
}
