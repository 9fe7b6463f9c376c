import db from '@adonisjs/lucid/services/db'
import string from '@adonisjs/core/helpers/string'

import { sql } from '#atrium/model/main'
import type { Person } from './models/person.ts'

/**
 * What publishing keeps of a person and loses with their account, in words: "3 articles with the 12
 * comments on them". Empty for somebody who only ever read.
 */
export async function writingsOf(person: Person) {
  const { articles, received, said, favorites, follows } = await countsOf(person)
  const comments = received > 0 ? ` with the ${counted(received, 'comment')} on them` : ''

  return [
    articles > 0 && `${counted(articles, 'article')}${comments}`,
    said > 0 && `${counted(said, 'comment')} on what others wrote`,
    favorites > 0 && counted(favorites, 'favorite'),
    follows > 0 && `${counted(follows, 'follow')}, yours and those of you`,
  ].filter((loss) => loss !== false)
}

async function countsOf({ id }: Person): Promise<Counts> {
  const statement = sql`
    with own as (select id from articles where author_id = ${id}::bigint)
    select
      (select count(*)::int from own) as articles,
      (select count(*)::int from comments where article_id in (select id from own)
          and deleted_at is null) as received,
      (select count(*)::int from comments where author_id = ${id}::bigint
        and article_id not in (select id from own) and deleted_at is null) as said,
      (select count(*)::int from favorites where user_id = ${id}::bigint) as favorites,
      (select count(*)::int from follows
        where ${id}::bigint in (follower_id, followed_id)) as follows`

  const { rows } = await db.rawQuery(statement.text, [...statement.bindings])
  return rows[0]
}

type Counts = Record<'articles' | 'received' | 'said' | 'favorites' | 'follows', number>

function counted(count: number, noun: string) {
  return `${count.toLocaleString('en')} ${string.pluralize(noun, count)}`
}
