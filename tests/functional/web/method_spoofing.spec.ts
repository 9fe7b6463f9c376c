import './probe_routes.ts'
import { test } from '@japa/runner'

import { quietLogs } from './quiet_logs.ts'
import { head, rawRequest } from './raw_request.ts'

test.group('The method that a form asks for', (group) => {
  quietLogs(group)

  test('{$self} is what runs')
    .with(['PUT', 'DELETE', 'delete', 'Put'])
    .run(async ({ client }, method) => {
      const response = await client.post(`/api/probe/method?_method=${method}`)
      response.assertBody({ ran: method.toUpperCase() })
    })

  test('{$self} is not followed')
    .with(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT', 'nonsense', '', '__proto__', 'POST'])
    .run(async ({ client }, method) => {
      const response = await client.post(`/api/probe/method?_method=${method}`)
      response.assertBody({ ran: 'POST' })
    })

  test('is not taken from lists, objects or bodies', async ({ client }) => {
    for (const query of ['_method[]=PUT', '_method[x]=PUT', '_method=PUT&_method=DELETE']) {
      const response = await client.post(`/api/probe/method?${query}`)
      response.assertBody({ ran: 'POST' })
    }

    const body = await client.post('/api/probe/method').form({ _method: 'DELETE' })
    body.assertBody({ ran: 'POST' })
  })

  test('is not taken from a GET', async ({ client }) => {
    const response = await client.get('/api/probe/method?_method=DELETE')
    response.assertBody({ ran: 'GET' })
  })

  test('never slips past the check of forms', async ({ assert }) => {
    for (const query of ['', '?_method=GET', '?_method=HEAD', '?_method=PUT', '?_method[]=GET']) {
      const { status } = await rawRequest(
        head('POST', `/probe/method${query}`, 'Content-Length: 0', 'Accept: application/json')
      )
      assert.equal(status, 403, query)
    }
  })
})
