import { test } from '@japa/runner'

import { renderMarkdown } from '#app/publishing/text/markdown'

const article = (source: string) => renderMarkdown(source, 'article')
const comment = (source: string) => renderMarkdown(source, 'comment')

test.group('Rendering an article', () => {
  test('Markdown becomes HTML', ({ assert }) => {
    const html = article('A *word*, ~~gone~~, `code`.\n\n- one\n- two\n\n> quoted')

    assert.include(html, '<p>A <em>word</em>, <s>gone</s>, <code>code</code>.</p>')
    assert.include(html, '<li>one</li>')
    assert.include(html, '<blockquote>')
  })

  test('headings begin below the title and go down one level at a time', ({ assert }) => {
    const levels = (source: string) => {
      return [...article(source).matchAll(/<(h\d)/g)].map(([, name]) => name).join(' ')
    }

    assert.equal(levels('# One\n\n## Two\n\n# Three'), 'h2 h3 h2')
    assert.equal(levels('### One\n\n##### Two\n\n#### Three\n\n### Four'), 'h2 h3 h3 h2')
    assert.equal(levels('<h1>One</h1>\n\n<h6>Two</h6>'), 'h2 h3')
    assert.equal(levels('# 1\n## 2\n### 3\n#### 4\n##### 5\n###### 6'), 'h2 h3 h4 h5 h6 h6')
  })

  test('a heading has an id of its own, which cannot be one of the page', ({ assert }) => {
    const html = article("## What's *new*?\n\n## What's new\n\n## Ünïcode\n\n## !!!")

    assert.include(html, '<h2 id="text-whats-new">')
    assert.include(html, '<h2 id="text-whats-new-1">')
    assert.include(html, '<h2 id="text-ünïcode">')
    assert.include(html, '<h2 id="text-section">')
  })

  test('a heading links to itself without being read out twice', ({ assert }) => {
    assert.equal(
      article('## New').trim(),
      '<h2 id="text-new">New<a href="#text-new" aria-hidden="true" tabindex="-1" class="heading-anchor"></a></h2>'
    )
  })

  test('a heading may be given its id', ({ assert }) => {
    for (const source of ['## New things {#new}', '## New things {: #new}']) {
      assert.include(article(source), '<h2 id="text-new">New things<a')
    }
  })

  test('links within the text find their heading, in whatever way its id was made', ({
    assert,
  }) => {
    const html = article("[a](#what-s-new) [b](#whats-new) [c](#elsewhere)\n\n## What's new")

    assert.include(html, '<a href="#text-whats-new">a</a>')
    assert.include(html, '<a href="#text-whats-new">b</a>')
    assert.include(html, '<a href="#text-elsewhere">c</a>')
  })

  test('ids that the text brings along get the prefix, each only once', ({ assert }) => {
    const html = article('<b id="main">a</b> <b id="main">b</b> <a name="old"></a> [x](#main)')

    assert.include(html, '<b id="text-main">a</b> <b>b</b> <a id="text-old"></a>')
    assert.include(html, '<a href="#text-main">x</a>')
  })

  test('links away from here are marked, those within the site are not', ({ assert }) => {
    const marked = 'rel="nofollow ugc noopener"'

    for (const address of [
      'https://a.example',
      'http://a.example',
      '//a.example',
      '/\\a.example',
    ]) {
      assert.include(article(`<a href="${address}">x</a>`), marked, address)
    }
    for (const address of ['/tag/x', 'other', '#part', '?page=2']) {
      assert.notInclude(article(`<a href="${address}">x</a>`), marked, address)
    }
  })

  test('whole addresses become links, names of files do not', ({ assert }) => {
    const html = article('See https://a.example/x, main.rs, a@b.example and //a.example')

    assert.equal(html.match(/<a /g)?.length, 1)
    assert.include(html, 'href="https://a.example/x"')
  })

  test('images are fetched late, and only encrypted or from here', ({ assert }) => {
    const image = (address: string) =>
      article(`<img src="${address}" alt="A" width="20" height="x">`)

    assert.equal(
      image('/a.png').trim(),
      '<img src="/a.png" width="20" alt="A" loading="lazy" decoding="async" />'
    )
    assert.include(image('http://a.example/a.png'), 'src="https://a.example/a.png"')
    assert.include(article('![](/a.png)'), 'alt=""')
    for (const address of [
      'data:image/png;base64,AAAA',
      'javascript:alert(1)',
      'file:///a.png',
      'mailto:a@b.example',
      '',
    ]) {
      assert.notInclude(image(address), '<img', address)
    }
  })

  test('columns of a table keep their side, and a wide table scrolls', ({ assert }) => {
    const html = article('| a | b | c |\n|---|--:|:-:|\n| 1 | 2 | 3 |')

    assert.include(html, '<div class="table-scroll" tabindex="0"><table>')
    assert.include(html, '</table></div>')
    assert.include(html, '<td>1</td>')
    assert.include(html, '<td class="text-right">2</td>')
    assert.include(html, '<td class="text-center">3</td>')
  })

  test('a header without words is none to those who listen', ({ assert }) => {
    const html = article('|   | a |\n|---|---|\n| 1 | 2 |')

    assert.include(html, '<td></td>\n<th>a</th>')
  })

  test('lists of tasks have boxes', ({ assert }) => {
    const html = article('- [ ] open\n- [x] done\n- [other]\n\n[x] none')

    assert.include(html, '<li class="list-none">☐ open</li>')
    assert.include(html, '<li class="list-none">☑ done</li>')
    assert.include(html, '<li>[other]</li>')
    assert.include(html, '<p>[x] none</p>')
  })

  test('footnotes lead there and back', ({ assert }) => {
    const html = article('A claim.[^1]\n\n[^1]: Its proof.')

    assert.include(html, '<a href="#text-fn1" id="text-fnref1">[1]</a>')
    assert.match(html, /<li[^>]* id="text-fn1"[^>]*>/)
    assert.include(html, '<a href="#text-fnref1" class="footnote-backref">')
  })

  test('footnotes end at 500, and ways back from one at 20', ({ assert }) => {
    const names = Array.from({ length: 600 }, (_, number) => number)
    const many = article(names.map((name) => `[^${name}]\n\n[^${name}]: a\n\n`).join(''))
    const mentions = article(`${'[^1] '.repeat(30)}\n\n[^1]: a`)

    assert.lengthOf(many.match(/<li /g)!, 500)
    assert.lengthOf(mentions.match(/footnote-ref/g)!, 30)
    assert.lengthOf(mentions.match(/footnote-backref/g)!, 20)
  })

  test('what is embedded from elsewhere becomes a link', ({ assert }) => {
    const html = article('<iframe src="https://video.example/1" title="A film"></iframe>')

    assert.equal(html, '<a href="https://video.example/1" rel="nofollow ugc noopener">A film</a>')
  })

  test('template tags stay as they were written', ({ assert }) => {
    const html = article('{{ site.name }} {% raw %} {{< figure >}}')

    assert.include(html, '{{ site.name }} {% raw %} {{&lt; figure &gt;}}')
  })
})

test.group('Code blocks', () => {
  test('known languages are highlighted with classes, without styles', ({ assert }) => {
    const html = article('```rust,no_run\nfn main() {}\n```')

    assert.include(html, '<pre tabindex="0"><code class="language-rust">')
    assert.include(html, '<span class="hljs-keyword">fn</span>')
    assert.notInclude(html, 'style')
  })

  test('unknown languages and blocks without one stay plain', ({ assert }) => {
    for (const language of ['', 'nonsense', '__proto__', 'constructor']) {
      const html = article(`\`\`\`${language}\nif (a < b) {}\n\`\`\``)
      assert.equal(html.trim(), '<pre tabindex="0"><code>if (a &lt; b) {}\n</code></pre>', language)
    }
  })

  test('long lines, long blocks and very much code stay plain', ({ assert }) => {
    const block = (code: string) => `\`\`\`js\n${code}\n\`\`\`\n\n`
    const short = block('let a = 1\n'.repeat(700))

    assert.include(article(short), 'hljs-keyword')
    assert.notInclude(article(block('let a = 1;'.repeat(30))), 'hljs')
    assert.notInclude(article(block('let a = 1\n'.repeat(900))), 'hljs')
    assert.isBelow(article(short.repeat(10)).match(/hljs-keyword/g)!.length, 4_000)
  })
})

test.group('Rendering a comment', () => {
  test('it has paragraphs, emphasis, lists, quotes, links and code', ({ assert }) => {
    const html = comment('Yes, **very**\nmuch: [x](https://a.example)\n\n- `a`\n\n> b')

    assert.include(html, '<p>Yes, <strong>very</strong><br />\nmuch')
    assert.include(html, '<li><code>a</code></li>')
    assert.include(html, '<blockquote>')
    assert.include(html, 'rel="nofollow ugc noopener"')
  })

  test('it has no headings, images, tables, footnotes or ids', ({ assert }) => {
    const source =
      '# A\n\nB\n===\n\n![c](/c.png)\n\n|d|\n|-|\n\ne[^1]\n\n[^1]: f\n\n<b id="g">h</b>'

    assert.notMatch(comment(source), /<(h\d|img|table|sup|section|b)\b|<[^>]* id=/)
    assert.include(comment(source), '# A')
  })

  test('HTML is shown as it was typed', ({ assert }) => {
    assert.include(comment('<b>bold</b>'), '&lt;b&gt;bold&lt;/b&gt;')
  })
})
