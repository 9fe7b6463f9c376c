import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import { User } from '#app/accounts/public'
import { Actor } from '#atrium/resource/main'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'

/** What a command printed, and how it ended. */
async function run(name: string, ...args: string[]) {
  const command = await ace.exec(name, args)
  const lines = ace.ui.logger.getLogs().map(({ message }) => message)
  ace.ui.logger.flushLogs()
  return { code: command.exitCode ?? 0, text: lines.join('\n') }
}

async function rolesOf({ id }: { id: number }) {
  const actor = await Actor.of(await User.findOrFail(id)).load()
  return [...actor.roles].filter((role) => role !== 'member' && role !== 'guest')
}

test.group('Accounts from the command line', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => {
    ace.ui.switchMode('raw')
    return () => ace.ui.switchMode('normal')
  })

  test('are opened with a role, ready to sign in with', async ({ assert }) => {
    const { code, text } = await run(
      'user:create',
      '--admin',
      '--username=ada',
      '--email=ada@example.com',
      '--password=a long password',
      '--json'
    )
    const user = await User.verifyCredentials('ada@example.com', 'a long password')

    assert.equal(code, 0)
    assert.deepEqual(JSON.parse(text), {
      id: user!.id,
      username: 'ada',
      email: 'ada@example.com',
      roles: ['administrator'],
    })
    assert.isNotNull(user!.emailVerifiedAt)
    assert.deepEqual(await rolesOf(user!), ['administrator'])

    const [latest] = await user!.history()
    assert.containsSubset(latest.operation, { interface: 'console' })
  })

  test('are refused by the rules of the sign-up form', async ({ assert }) => {
    const taken = await UserFactory.create()
    const given = ['--username=ada', '--email=ada@example.com', '--password=a long password']
    const refused: [string[], RegExp][] = [
      [['--username=ada', '--email=no address', '--password=short'], /password.*minimum is 8/],
      [[...given.slice(0, 1), `--email=${taken.email}`, given[2]], /"email".*already been taken/],
      [[...given, '--roles=emperor'], /no role.*emperor/],
      [[], /username/],
    ]

    for (const [flags, words] of refused) {
      const { code, text } = await run('user:create', ...flags, '--json')
      assert.equal(code, 1)
      assert.match(JSON.stringify(JSON.parse(text)).replaceAll('\\"', ''), words)
    }
    assert.isNull(await User.findByUsername('ada'))
  })

  test('are promoted and demoted by username, email or key', async ({ assert }) => {
    const user = await UserFactory.create()

    const promoted = await run('user:promote', user.username.toUpperCase(), 'editor')
    await run('user:promote', user.email, 'administrator')
    assert.equal(promoted.code, 0)
    assert.sameMembers(await rolesOf(user), ['editor', 'administrator'])

    await run('user:demote', String(user.id), 'administrator')
    assert.deepEqual(await rolesOf(user), ['editor'])
  })

  test('are promoted to nothing that there is not, and nobody who is not there is', async ({
    assert,
  }) => {
    const { username } = await UserFactory.create()

    const role = await run('user:promote', username, 'emperor')
    const user = await run('user:promote', 'nobody', 'editor')

    assert.deepEqual([role.code, user.code], [1, 1])
    assert.match(role.text, /no role "emperor". There are administrator, author/)
    assert.match(user.text, /no user "nobody"/)
  })
})
