type Source = { from: string; type?: true }

/** Where the names come from that models use */
const KNOWN: Record<string, Source> = {
  ...named('luxon', ['DateTime', 'Duration']),
  ...named('#atrium/model/main', [
    'Model',
    'Timestamps',
    'Recorded',
    'field',
    'index',
    'constraint',
    'expression',
    'Decimal',
  ]),
  ...named('@adonisjs/lucid/orm', ['belongsTo', 'hasMany', 'hasOne', 'manyToMany']),
  ...types('@adonisjs/lucid/types/relations', ['BelongsTo', 'HasMany', 'HasOne', 'ManyToMany']),
}

/** The order in which a list of imported names reads best */
const ORDER = Object.keys(KNOWN)

/**
 * What a file imports: asked for name by name, written as the house writes it.
 */
export class Imports {
  #names = new Map<string, Set<string>>()
  #defaults = new Map<string, string>()

  /** Takes names that every model may use, such as `DateTime`. */
  use(...names: string[]) {
    for (const name of names) this.from(KNOWN[name].from, name)
  }

  /** Takes a name out of a file that exports it by that name. */
  from(path: string, name: string) {
    this.#names.set(path, (this.#names.get(path) ?? new Set()).add(name))
  }

  /** Takes what a file is there for. */
  default(path: string, name: string) {
    this.#defaults.set(path, name)
  }

  /** Packages and aliases first, then neighbours, each by length of line. */
  toString() {
    const lines = [
      ...Array.from(this.#names, ([path, names]) => this.#line(path, names)),
      ...Array.from(this.#defaults, ([path, name]) => `import ${name} from '${path}'`),
    ].sort((a, b) => a.length - b.length || a.localeCompare(b))
    const isNeighbour = (line: string) => line.includes(` from '.`)

    return [lines.filter((line) => !isNeighbour(line)), lines.filter(isNeighbour)]
      .filter((group) => group.length > 0)
      .map((group) => group.join('\n'))
      .join('\n\n')
  }

  #line(path: string, names: Set<string>) {
    const sorted = [...names].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))
    const onlyTypes = sorted.every((name) => KNOWN[name]?.type)
    return `import ${onlyTypes ? 'type ' : ''}{ ${sorted.join(', ')} } from '${path}'`
  }
}

function named(from: string, names: string[]): Record<string, Source> {
  return Object.fromEntries(names.map((name) => [name, { from }]))
}

function types(from: string, names: string[]): Record<string, Source> {
  return Object.fromEntries(names.map((name) => [name, { from, type: true as const }]))
}
