import { test } from '@japa/runner'

import { splitFrontMatter } from '#app/publishing/import/front_matter'

test.group('Front matter', () => {
  test('YAML ends with three hyphens or three dots', ({ assert }) => {
    for (const closing of ['---', '...', '--- ']) {
      const { frontMatter, text } = splitFrontMatter(`---\ntitle: A\n${closing}\nText\n---\nMore`)

      assert.equal(frontMatter.get('title'), 'A')
      assert.equal(text, 'Text\n---\nMore')
    }
  })

  test('TOML stands between plus signs', ({ assert }) => {
    const { frontMatter, text } = splitFrontMatter('+++\ntitle = "A"\n[extra]\nx = 1\n+++\nText')

    assert.equal(frontMatter.get('title'), 'A')
    assert.equal(frontMatter.get('extra.x'), 1)
    assert.equal(text, 'Text')
  })

  test('a text without any is all text', ({ assert }) => {
    for (const source of ['Text', '-- -\nText', '----\nText', ' ---\na: b\n---\nText']) {
      assert.equal(splitFrontMatter(source).text, source)
      assert.isUndefined(splitFrontMatter(source).frontMatter.get('title'))
    }
  })

  test('it may be empty', ({ assert }) => {
    assert.equal(splitFrontMatter('---\n---\nText').text, 'Text')
    assert.equal(splitFrontMatter('---\n# nothing\n---\nText').text, 'Text')
  })

  test('keys are found in whatever case, the first one with a value', ({ assert }) => {
    const { frontMatter } = splitFrontMatter('---\nTitle: A\nexcerpt:\nsummary: B\n---\n')

    assert.equal(frontMatter.get('title'), 'A')
    assert.equal(frontMatter.get('description', 'excerpt', 'summary'), 'B')
  })

  test('a key that is there twice has its last value', ({ assert }) => {
    assert.equal(splitFrontMatter('---\na: 1\na: 2\n---\n').frontMatter.get('a'), 2)
  })

  test('it knows the line of a key in the file', ({ assert }) => {
    const { frontMatter } = splitFrontMatter('---\n# note\ntitle: A\ndate: B\n---\n')

    assert.equal(frontMatter.lineOf('date'), 4)
    assert.isUndefined(frontMatter.lineOf('tags'))
  })

  test('what cannot be read is refused with its line: {reason}')
    .with([
      { source: '---\ntitle: A\n\nText', line: 1, reason: /has no closing ---/ },
      { source: '+++\ntitle = "A"\n---\nText', line: 1, reason: /has no closing \+\+\+/ },
      { source: '---\na: 1\nb: [1, 2\n---\n', line: 3, reason: /not valid YAML/ },
      { source: '---\na: 1\nb: "x\n---\n', line: 3, reason: /not valid YAML/ },
      { source: '---\na: *nowhere\n---\n', line: undefined, reason: /not valid YAML: .*alias/i },
      { source: '---\njust words\n---\n', line: 2, reason: /no list of keys and values/ },
      { source: '---\n- a\n- b\n---\n', line: 2, reason: /no list of keys and values/ },
      { source: '+++\na = 1\nb = \n+++\n', line: 3, reason: /not valid TOML/ },
      { source: '+++\na = 1\na = 2\n+++\n', line: 3, reason: /not valid TOML/ },
    ])
    .run(({ assert }, { source, line, reason }) => {
      try {
        splitFrontMatter(source)
        assert.fail('It was read')
      } catch (error: any) {
        assert.match(error.message, reason)
        assert.notMatch(error.message, /\n/)
        assert.equal(error.line, line)
      }
    })

  test('aliases that blow up are refused', ({ assert }) => {
    const levels = Array.from(
      { length: 9 },
      (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i},`.repeat(9)}]`
    )
    const source = `---\nl0: &l0 [x,x,x]\n${levels.join('\n')}\n---\n`

    assert.throws(() => splitFrontMatter(source), /not valid YAML/)
  })
})
