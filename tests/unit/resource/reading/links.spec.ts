import { test } from '@japa/runner'
import { ResourceService } from '#atrium/resource/main'

import { Tag, asProgram, emptyLibrary, member, ownLibrary, tags } from '../writing/library.ts'

test.group('Links of rows', (group) => {
  group.setup(ownLibrary)
  group.each.setup(emptyLibrary)

  test('are read with the rows, by title, and only where they were asked for', async ({
    assert,
  }) => {
    const ada = await member('Ada')
    const [sea, art] = await Tag.createMany([{ name: 'sea' }, { name: 'art' }])
    const links = { tags: [sea.id, art.id] }
    const { key } = await asProgram().create({ ownerId: ada.person.id, title: 'Boats', ...links })
    await asProgram().create({ ownerId: ada.person.id, title: 'Cellars' })

    const { rows } = await ada.books.list({
      fields: ['title', 'tags'],
      sort: [{ path: ['title'], direction: 'asc' }],
    })
    assert.deepEqual(
      rows.map((row) => row.links),
      [
        {
          tags: [
            { key: String(art.id), title: 'art' },
            { key: String(sea.id), title: 'sea' },
          ],
        },
        { tags: [] },
      ]
    )
    const shown = await ada.books.show(key, { fields: ['tags'] })
    assert.lengthOf(shown.links!.tags, 2)
    assert.notProperty(await ada.books.show(key), 'links')
  })

  test('leave out rows that the actor may not list', async ({ assert }) => {
    const [ada, bob] = [await member('Ada'), await member('Bob')]
    const sea = await Tag.create({ name: 'sea' })
    const own = { ownerId: ada.person.id, tags: [sea.id] }
    await asProgram().create({ ...own, title: 'Boats' })
    await asProgram().create({ ...own, title: 'Diary', note: 'private' })

    const service = new ResourceService(tags, bob.actor)
    const { rows } = await service.list({ fields: ['name', 'libraryBooks'] })
    assert.deepEqual(
      rows[0].links!.libraryBooks.map(({ title }) => title),
      ['Boats']
    )
    const { rows: all } = await asProgram(tags).list({ fields: ['libraryBooks'] })
    assert.lengthOf(all[0].links!.libraryBooks, 2)
  })
})
