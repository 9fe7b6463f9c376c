import { Edge } from 'edge.js'
import { test } from '@japa/runner'
import { listComponentsOnce } from '#app/web/view/component_list'

test.group('The components of the views', () => {
  test('are looked for once, however many pages are rendered', async ({ assert }) => {
    const edge = Edge.create()
    edge.configure({ cache: true })
    edge.mount(new URL('../../../resources/views/', import.meta.url))

    let looks = 0
    const list = edge.loader.listComponents.bind(edge.loader)
    edge.loader.listComponents = () => {
      looks++
      return list()
    }

    edge.createRenderer()
    edge.createRenderer()
    assert.equal(looks, 2)

    listComponentsOnce(edge)
    for (let pages = 0; pages < 10; pages++) edge.createRenderer()
    assert.equal(looks, 3)
    assert.isNotEmpty(edge.loader.listComponents()[0].components)
  })
})
