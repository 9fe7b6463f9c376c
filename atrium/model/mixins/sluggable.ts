import string from '@adonisjs/core/helpers/string'
import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'

import type { Model } from '../model.ts'
import { apart, saveWith } from './slug_attempt.ts'
import { isTaken, slugSourceOf } from './slug_source.ts'
import { plainSlug, shortenSlug, withSuffix } from './slug_text.ts'

/** With suffixes by chance, more in a row are taken only if something else is wrong */
const ATTEMPTS = 10

/**
 * Gives rows an address made from another field, as `field.slug({ from })` says, unless they bring
 * their own. It stays when the text changes, since others may link to it; a row whose slug is set to
 * '' gets a new one.
 *
 * The database keeps slugs unique, so that of two rows that use the same text at the same moment one
 * gets a suffix. The field, or an index with it, has to be unique for that.
 */
export function Sluggable<T extends NormalizeConstructor<typeof Model>>(superclass: T) {
  return class SluggableModel extends superclass {
    /**
     * Makes a slug of a text. To be overridden by models with other rules; never empty.
     */
    static slugify(text: string): string {
      return plainSlug(text) || string.slug(this.name, { lower: true })
    }

    /**
     * Runs `attempt` with the wanted slug, and again with another suffix for as long as the slug
     * turns out to be taken. `attempt` undoes what it did when it fails.
     *
     * @throws E_SLUG_FROM_NOTHING the model has no field of that kind
     */
    static async withFreeSlug<Result>(wanted: string, attempt: (slug: string) => Promise<Result>) {
      const source = slugSourceOf(this)
      let slug = shortenSlug(wanted, source.longest)

      for (let count = 1; ; count++) {
        try {
          return await attempt(slug)
        } catch (error) {
          if (count === ATTEMPTS || !isTaken(error, this.table, source)) throw error
        }
        slug = withSuffix(wanted, source.longest)
      }
    }

    /**
     * The slug for a text: the one the row has, unless the text asks for another.
     */
    slugFor(text: string): string {
      const model = this.constructor as typeof SluggableModel
      const { name, from } = slugSourceOf(model)
      const { [from]: original, [name]: slug } = this.$original
      const wanted = model.slugify(text)

      const asksForSame = typeof original === 'string' && model.slugify(original) === wanted
      return slug && asksForSame ? slug : wanted
    }

    /** Saves the row, with a slug if it has none. */
    async save(): Promise<this> {
      const model = this.constructor as typeof SluggableModel
      const { name, from } = slugSourceOf(model)
      const { [name]: slug, [from]: text } = this.$attributes

      const isMissing = !slug && (!this.$isPersisted || name in this.$dirty)
      if (!isMissing || typeof text !== 'string') return super.save()

      const client = model.$adapter.modelClient(this)
      await model.withFreeSlug(model.slugify(text), (free) =>
        apart(client, () => saveWith(this, name, free, () => super.save()))
      )
      return this
    }
  }
}
