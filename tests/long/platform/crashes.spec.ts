import { test } from '@japa/runner'
import { setTimeout as pause } from 'node:timers/promises'

import { Product } from './product.ts'
import { EmbeddedPostgres } from '#atrium/postgres/main'
import { temporaryFolder } from '#tests/unit/postgres/temporary_folder'

const ROUNDS = 10
const CLIENTS = 20

test('kill -9 of the server while 20 clients write comments loses none that was acknowledged, ten times over', async ({
  assert,
  cleanup,
}) => {
  const { folder } = await temporaryFolder()
  const product = new Product(folder)
  cleanup(() => product.discard())
  await product.start()

  const people = await Promise.all(
    Array.from({ length: CLIENTS }, async (_, index) => {
      const user = {
        username: `writer${index}`,
        email: `writer${index}@example.com`,
        password: 'password123',
      }
      const answer = await product.post('/api/users', { user })
      return answer.user.token as string
    })
  )
  const article = {
    title: 'Written under fire',
    description: 'A test',
    body: 'Hold on',
    tagList: [],
  }
  const written = await product.post('/api/articles', { article }, people[0])
  const comments = `/api/articles/${written.article.slug}/comments`
  const acknowledged = new Set<number>()

  for (let round = 1; round <= ROUNDS; round++) {
    let isUp = true
    const writers = people.map(async (token, index) => {
      for (let count = 0; isUp; count++) {
        const comment = { body: `Round ${round}, writer ${index}, number ${count}` }
        const answer = await product.post(comments, { comment }, token).catch(() => null)
        if (answer) acknowledged.add(answer.comment.id)
      }
    })

    await pause(300 + round * 40)
    await product.end('SIGKILL')
    isUp = false
    await Promise.all(writers)

    await product.start()
    const response = await product.get(comments)
    const { comments: kept } = (await response.json()) as { comments: { id: number }[] }
    const found = new Set(kept.map(({ id }) => id))
    const lost = [...acknowledged].filter((id) => !found.has(id))
    assert.deepEqual(lost, [], `in round ${round}`)
  }

  assert.isAbove(acknowledged.size, ROUNDS * CLIENTS)
  assert.equal(await product.end('SIGINT'), 0)
  assert.isUndefined(await new EmbeddedPostgres(folder).running())
}).timeout(300_000)
