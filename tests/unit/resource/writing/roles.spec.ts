import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { Actor, ResourceService, Role, RoleGrant, resources, undo } from '#atrium/resource/main'
import { UserFactory } from '#database/factories/user_factory'

const program = Actor.system()

test.group('Roles, written through their resource', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('are one save with what they grant, and name each wrong grant', async ({ assert }) => {
    const service = new ResourceService(resources.of(Role)!, program)
    const { key } = await service.create({
      name: 'reviewer',
      grants: [
        { resource: 'articles', action: 'list' },
        { resource: 'articles', action: 'show', fields: ['title'] },
      ],
    })
    const grants = await RoleGrant.query().where('roleId', key).orderBy('id')
    assert.deepEqual(grants[1].fields, ['title'])

    try {
      await service.update(key, {
        name: 'reviewer of texts',
        grants: [
          { key: grants[0].id, action: '' },
          { resource: 'articles', action: 'show' },
        ],
      })
      assert.fail('it was saved')
    } catch (error: any) {
      assert.deepEqual(
        error.messages.map(({ field }: any) => field),
        ['grants.0.action']
      )
    }
    assert.equal((await Role.findOrFail(key)).name, 'reviewer')
  })

  test('that users have are links, which are undone with the save that made them', async ({
    assert,
  }) => {
    const user = await UserFactory.create()
    const editor = await Role.findByOrFail('name', 'editor')
    const service = new ResourceService(resources.get('users'), program)
    await service.update(String(user.id), { roles: [editor.id] }, { operationId: 'promotion' })
    assert.isTrue((await Actor.of(user).load()).hasRole('editor'))

    const { undone, problems } = await undo(resources, program, 'promotion')
    assert.deepEqual([undone, problems], [1, []])
    assert.isFalse((await Actor.of(user).load()).hasRole('editor'))
  })
})
