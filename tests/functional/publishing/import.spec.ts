import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { test } from '@japa/runner'
import { User } from '#app/accounts/public'
import ace from '@adonisjs/core/services/ace'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import testUtils from '@adonisjs/core/services/test_utils'
import { ArticleFactory } from '#database/factories/article_factory'

import Article from '#app/publishing/models/article'
import PostsImport from '#app/publishing/commands/posts_import'

const FIXTURES = app.makePath('tests/fixtures/posts')

test.group('posts:import', (group) => {
  let folder: string

  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(async () => {
    ace.ui.switchMode('raw')
    folder = await mkdtemp(join(tmpdir(), 'atrium-posts-'))

    return async () => {
      ace.ui.switchMode('normal')
      await rm(folder, { recursive: true })
    }
  })

  async function run(...args: string[]) {
    ace.ui.logger.flushLogs()
    const command = await ace.create(PostsImport, args)
    await command.exec()

    const output = ace.ui.logger.getLogs().map(({ message }) => message)
    return { output: output.join('\n'), exitCode: command.exitCode }
  }

  async function write(name: string, text: string | Uint8Array) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), text)
    return join(folder, name)
  }

  const counts = async () => {
    const { rows } = await db.rawQuery(
      `select (select count(*)::int from articles) as articles,
              (select count(*)::int from users) as users,
              (select count(*)::int from tags) as tags,
              (select count(*)::int from article_tags) as taggings,
              (select count(*)::int from imported_posts) as imports`
    )
    return rows[0]
  }

  test('all forms of front matter become articles', async ({ assert }) => {
    const { output, exitCode } = await run(FIXTURES)
    const article = await Article.findByOrFail('slug', 'first-snow')
    await article.load('author')
    await article.load('tags')

    assert.include(output, '14 imported, 0 updated, 0 unchanged, 0 failed')
    assert.equal(exitCode, 0)
    assert.equal(article.title, 'First snow: what the orchard taught me')
    assert.equal(article.publishedAt?.toUTC().toISO(), '2015-01-20T18:00:00.000Z')
    assert.equal(article.createdAt.toUTC().toISO(), '2015-01-20T18:00:00.000Z')
    assert.equal(article.author.username, 'marta')
    assert.deepEqual(
      article.tags.map(({ name }) => name),
      ['Winter garden']
    )
    assert.match(article.description, /^Snow came early/)
    assert.include(article.bodyHtml, '<span class="hljs-attr">stakes:</span>')
    assert.include(article.bodyHtml, '{% include gallery.html')
  })

  test('drafts stay drafts', async ({ assert }) => {
    await run(FIXTURES)

    for (const slug of ['compost', 'later']) {
      const draft = await Article.findByOrFail('slug', slug)
      assert.isFalse(draft.isPublished, slug)
    }
  })

  test('notes about the folder and lists of sections are passed over', async ({ assert }) => {
    const { output } = await run(FIXTURES)

    assert.include(output, 'Passed over README.md')
    assert.include(output, 'Passed over hugo/posts/_index.md')
    assert.isNull(await Article.findBy('slug', 'readme'))
  })

  test('a file that is named is imported, whatever it is called', async ({ assert }) => {
    const { output } = await run(join(FIXTURES, 'README.md'), '--author=Marta')
    const article = await Article.findByOrFail('slug', 'readme')
    await article.load('author')

    assert.include(output, '1 imported')
    assert.equal(article.title, 'Posts for the tests of the import')
    assert.equal(article.author.username, 'Marta')
  })

  test('names that differ only in case are one person, who cannot sign in', async ({ assert }) => {
    await run(FIXTURES)
    const users = await User.query().whereRaw('lower(username) = ?', ['marta'])
    const articles = await Article.query().where('author_id', users[0].id)

    assert.lengthOf(users, 1)
    assert.lengthOf(articles, 3)
    assert.isNull(users[0].password)
    assert.match(users[0].email, /^marta-\w+@import\.invalid$/)
  })

  test('an account that has the name already gets the articles', async ({ assert }) => {
    const user = await User.register({
      username: 'MARTA',
      email: 'marta@garden.example',
      password: null,
    })
    await run(join(FIXTURES, 'jekyll'))

    const article = await Article.findByOrFail('slug', 'three-huts')
    assert.equal(article.authorId, user.id)
  })

  test('an author is found again under another name', async ({ assert }) => {
    const post = await write('a.md', '---\nauthor: Zoë Ann\n---\nText')
    await run(post)
    const author = await User.findByOrFail('username', 'Zoë Ann')
    await author.merge({ username: 'zoe' }).save()

    await write('b.md', '---\nauthor: zoë ann\n---\nText')
    await run(folder)

    const article = await Article.findByOrFail('slug', 'b')
    assert.equal(article.authorId, author.id)
  })

  test('a slug that is taken gets the date before it', async ({ assert }) => {
    await run(FIXTURES)
    const titles = await Article.query().whereILike('slug', '%clockwork').orderBy('slug')

    assert.deepEqual(
      titles.map(({ slug, title }) => [slug, title]),
      [
        ['2019-11-07-clockwork', 'Clockwork, explained slowly'],
        ['clockwork', 'Clockwork, in short'],
      ]
    )
  })

  test('a second run changes nothing, from whatever folder it begins', async ({ assert }) => {
    await run(FIXTURES)
    const before = await counts()
    const dates = await Article.query().select('id', 'updated_at').orderBy('id').pojo()

    const again = await run(FIXTURES)
    const part = await run(join(FIXTURES, 'hugo', 'posts'))

    assert.include(again.output, '0 imported, 0 updated, 14 unchanged, 0 failed')
    assert.include(part.output, '0 imported, 0 updated, 4 unchanged, 0 failed')
    assert.deepEqual(await counts(), before)
    assert.deepEqual(await Article.query().select('id', 'updated_at').orderBy('id').pojo(), dates)
  })

  test('a changed file updates its article, which keeps its address', async ({ assert }) => {
    const path = await write('swans.md', '---\ntitle: Swans\ntags: birds\nauthor: Ann\n---\nWhite.')
    await run(path)

    await write(
      'swans.md',
      '---\ntitle: Black swans\ntags: [birds, logic]\nauthor: Ben\ndate: 2020-01-01\n---\n*Black.*'
    )
    const { output } = await run(path)
    const article = await Article.findByOrFail('slug', 'swans')
    await article.load('tags')
    await article.load('author')

    assert.include(output, '0 imported, 1 updated, 0 unchanged, 0 failed')
    assert.equal(article.title, 'Black swans')
    assert.equal(article.description, 'Black.')
    assert.include(article.bodyHtml, '<em>Black.</em>')
    assert.equal(article.author.username, 'Ben')
    assert.equal(article.publishedAt?.toUTC().toISODate(), '2020-01-01')
    assert.sameMembers(
      article.tags.map(({ name }) => name),
      ['birds', 'logic']
    )
  })

  test('posts without an author go to Anonymous, or to whom --author names', async ({ assert }) => {
    const path = await write('lone.md', 'Text')
    const authorOf = async () => {
      const article = await Article.query().where('slug', 'lone').preload('author').firstOrFail()
      return article.author.username
    }

    await run(path)
    assert.equal(await authorOf(), 'Anonymous')

    const { output } = await run(path, '--author=Jane')
    assert.include(output, '1 updated')
    assert.equal(await authorOf(), 'Jane')
  })

  test('a deleted article comes back as long as its file is there', async ({ assert }) => {
    const path = await write('phoenix.md', 'Text')
    await run(path)
    const article = await Article.findByOrFail('slug', 'phoenix')
    await article.delete()

    const { output } = await run(path)
    assert.include(output, '1 imported')
    assert.exists(await Article.findBy('slug', 'phoenix'))
  })

  test('a file that moved is the same post, a copy is another one', async ({ assert }) => {
    const path = await write('old/post.md', '# Moved\n\nText')
    await run(folder)

    await mkdir(join(folder, 'new'))
    await rename(path, join(folder, 'new', 'post.md'))
    const moved = await run(folder)
    await cp(join(folder, 'new', 'post.md'), path)
    const copied = await run(folder)

    assert.include(moved.output, '0 imported, 0 updated, 1 unchanged')
    assert.include(copied.output, '1 imported, 0 updated, 1 unchanged')
  })

  test('articles that were not imported are left alone', async ({ assert }) => {
    const article = await ArticleFactory.merge({ slug: 'first-snow', body: 'Mine' }).create()
    await run(join(FIXTURES, 'jekyll'))
    await article.refresh()

    assert.equal(article.body, 'Mine')
    assert.exists(await Article.findBy('slug', '2015-01-20-first-snow'))
  })

  test('a dry run says what would happen and changes nothing', async ({ assert }) => {
    const before = await counts()
    const { output, exitCode } = await run(FIXTURES, '--dry-run')

    assert.include(output, 'imported  jekyll/_posts/2015-01-20-first-snow.md')
    assert.include(output, 'Dry run, nothing was changed: 14 imported')
    assert.equal(exitCode, 0)
    assert.deepEqual(await counts(), before)
  })

  test('bad files are told with line and reason, and the others go on', async ({ assert }) => {
    const good = '---\ntitle: Good\n---\nText'
    await write('01-empty.md', '')
    await write('02-latin1.md', Buffer.from(`${good}\n\nCaf\xe9`, 'latin1'))
    await write('03-binary.md', Buffer.from([0x50, 0x4b, 0x0a, 0x00, 0x01]))
    await write('04-open.md', '---\ntitle: A\n\nText')
    await write('05-yaml.md', '---\ntitle: A\ntags: [a\n---\nText')
    await write('06-toml.md', '+++\ntitle = A\n+++\nText')
    await write('07-date.md', '---\ntitle: A\ndate: soon\n---\nText')
    await write('08-no-text.md', '---\ntitle: A\n---\n\n')
    await write('09-title.md', `---\ndate: 2020-01-01\ntitle: ${'a'.repeat(256)}\n---\nText`)
    await write(
      '10-tags.md',
      `---\ntags: ${Array.from({ length: 31 }, (_, i) => i).join()}\n---\nText`
    )
    await write('11-long.md', `---\ntitle: A\n---\n${'a'.repeat(200_001)}`)
    await write('12-large.md', 'a'.repeat(2_000_001))
    await write('13-good.md', good)
    await write('14-windows.md', '\uFEFF---\r\ntitle: Windows\r\n---\r\nOne\r\ntwo\r\n')

    const { output, exitCode } = await run(folder)
    const windows = await Article.findByOrFail('slug', '14-windows')

    for (const failure of [
      '01-empty.md  The file is empty',
      '02-latin1.md:6  The file is not encoded in UTF-8',
      '03-binary.md:2  The file holds binary data',
      '04-open.md:1  The front matter has no closing ---',
      '05-yaml.md:3  The front matter is not valid YAML',
      '06-toml.md:2  The front matter is not valid TOML',
      '07-date.md:3  The date "soon" cannot be read',
      '08-no-text.md  There is no text',
      '09-title.md:3  The title has 256 characters',
      '10-tags.md:2  There are 31 tags',
      '11-long.md  The text has 200001 characters',
      '12-large.md  The file is larger than 2 MB',
    ]) {
      assert.include(output, failure)
    }
    assert.include(output, '2 imported, 0 updated, 0 unchanged, 12 failed')
    assert.equal(exitCode, 1)
    assert.equal(windows.title, 'Windows')
    assert.equal(windows.body, 'One\ntwo')
  })

  test('what fails half way leaves nothing behind', async ({ assert }) => {
    await write('a.md', '---\ntitle: A\nauthor: Newcomer\ntags: fresh\n---\nText')
    await db.rawQuery(
      'alter table imported_posts add constraint no_imports check (digest is null) not valid'
    )
    const before = await counts()
    const { output, exitCode } = await run(folder)

    assert.include(output, 'a.md  ')
    assert.notInclude(output, 'insert into')
    assert.equal(exitCode, 1)
    assert.deepEqual(await counts(), before)
  })

  test('a path that is not there, or has no posts, is said so', async ({ assert }) => {
    const missing = await run(join(folder, 'nowhere'))
    const empty = await run(folder)

    assert.include(missing.output, `There is no file or folder ${join(folder, 'nowhere')}`)
    assert.equal(missing.exitCode, 1)
    assert.include(empty.output, `There are no Markdown files in ${folder}`)
    assert.equal(empty.exitCode, 1)
  })
})
