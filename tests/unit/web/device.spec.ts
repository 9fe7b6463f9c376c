import { test } from '@japa/runner'

import { device } from '#app/web/device'

test.group('The name of a device', () => {
  test('is a browser and a system: {name}')
    .with([
      {
        name: 'Firefox on Linux',
        agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      },
      {
        name: 'Chrome on Android',
        agent:
          'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/141.0.0.0 Mobile Safari/537.36',
      },
      {
        name: 'Safari on iPhone',
        agent:
          'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1',
      },
      {
        name: 'Edge on Windows',
        agent:
          'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
      },
      { name: 'Unknown browser on macOS', agent: 'Something (Macintosh)' },
    ])
    .run(({ assert }, { name, agent }) => assert.equal(device(agent), name))

  test('is there also when nothing is known', ({ assert }) => {
    assert.equal(device(null), 'Unknown browser')
  })
})
