import sharp from 'sharp'
import { test } from '@japa/runner'
import { User } from '#app/accounts/public'
import drive from '@adonisjs/drive/services/main'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'

import { Visitor, withRealSessions } from './visitor.ts'

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#a3452b' } })

async function somebody() {
  const [visitor, user] = [new Visitor(), await UserFactory.create()]
  await visitor.signIn(user.email)

  const { username, email } = user
  const upload = (bytes: Buffer | string, name: string) => {
    const avatar = new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name)
    const form = { username, email, image: '', avatar }
    return visitor.send('/settings', '/settings?_method=PUT', form, true)
  }
  const link = (image: string) =>
    visitor.send('/settings', '/settings?_method=PUT', { username, email, image })
  const image = async () => (await User.findOrFail(user.id)).image

  return { visitor, upload, link, image }
}

const keyOf = (address: string) => address.replace(/^\/uploads\//, '')

test.group('An uploaded picture', (group) => {
  withRealSessions(group)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => {
    drive.fake()
    return () => drive.restore()
  })

  test('is drawn anew as a small square, without what the camera added', async ({ assert }) => {
    const photo = await picture(900, 600)
      .withExif({ IFD0: { Copyright: 'canary' } })
      .jpeg()
      .toBuffer()
    assert.include(photo.toString('latin1'), 'canary')

    const { upload, image } = await somebody()
    const answer = await upload(photo, '../../evil name.html')
    assert.match(answer.location!, /^\/profile\//)
    assert.match((await image())!, /^\/uploads\/avatars\/\d+\/[0-9a-f-]{36}\.webp$/)

    const stored = Buffer.from(await drive.use().getBytes(keyOf((await image())!)))
    const { format, width, height, exif } = await sharp(stored).metadata()
    assert.deepEqual(
      { format, width, height, exif },
      { format: 'webp', width: 256, height: 256, exif: undefined }
    )
  })

  test('may be a PNG, a WebP or a GIF as well', async ({ assert }) => {
    const { upload, image } = await somebody()

    for (const format of ['png', 'webp', 'gif'] as const) {
      const before = await image()
      await upload(await picture(10, 20).toFormat(format).toBuffer(), `me.${format}`)
      assert.notEqual(await image(), before)
    }
  })

  test('that is no picture is refused, whatever it is called and however long', async ({
    assert,
  }) => {
    const { visitor, upload, image } = await somebody()
    const html = '<!doctype html><script>alert(1)</script>'
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
    const damaged = (await picture(100, 100).png().toBuffer()).subarray(0, 60)

    const tiff = await picture(10, 10).tiff().toBuffer()

    for (const bytes of [html, svg, html.padEnd(5000), svg.padEnd(5000), damaged, tiff]) {
      const answer = await upload(bytes, 'me.jpg')
      assert.equal(answer.location, '/settings')
      assert.include(
        (await visitor.get('/settings')).text,
        'is not a PNG, JPEG, WebP or GIF picture'
      )
    }
    assert.isNull(await image())
  })

  test('of too many bytes or too many pixels is refused', async ({ assert }) => {
    const { upload, image } = await somebody()
    const png = await picture(10, 10).png().toBuffer()
    const heavy = Buffer.concat([png, Buffer.alloc(5 * 1024 * 1024)])
    const bomb = await picture(9000, 9000).png({ compressionLevel: 9 }).toBuffer()
    assert.isBelow(bomb.length, 1024 * 1024)

    assert.equal((await upload(heavy, 'me.png')).location, '/settings')
    assert.equal((await upload(bomb, 'me.png')).location, '/settings')
    assert.isNull(await image())
  })

  test('goes when another one takes its place', async ({ assert }) => {
    const { visitor, upload, image } = await somebody()
    const png = await picture(10, 10).png().toBuffer()
    await upload(png, 'me.png')
    const first = (await image())!
    await upload(png, 'me.png')
    const second = (await image())!

    assert.isFalse(await drive.use().exists(keyOf(first)))
    assert.isTrue(await drive.use().exists(keyOf(second)))
    assert.isTrue(await visitor.isSignedIn())
  })

  test('of somebody else stays, even when its address is claimed and given up', async ({
    assert,
  }) => {
    const [owner, thief] = [await somebody(), await somebody()]
    await owner.upload(await picture(10, 10).png().toBuffer(), 'me.png')
    const address = (await owner.image())!

    await thief.link(address)
    assert.equal(await thief.image(), address)
    await thief.link('')
    assert.isNull(await thief.image())
    assert.isTrue(await drive.use().exists(keyOf(address)))
  })
})

test.group('The address of an uploaded picture', (group) => {
  withRealSessions(group)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('gives the picture, as nothing but a picture', async ({ assert }) => {
    const { visitor, upload, image } = await somebody()
    await upload(await picture(10, 10).png().toBuffer(), 'me.png')
    const address = (await image())!

    const { status, headers } = await new Visitor().get(address)
    assert.equal(status, 200)
    assert.equal(headers.get('content-type'), 'image/webp')
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
    assert.lengthOf(headers.getSetCookie(), 0)

    await visitor.send('/settings/delete', '/settings/account?_method=DELETE', {
      password: 'password123',
    })
    assert.equal((await new Visitor().get(address)).status, 404)
  })
})
