import { test } from '@japa/runner'

import { excerpt } from '#app/publishing/text/excerpt'
import { renderMarkdown } from '#app/publishing/text/markdown'

const PROFILES = ['article', 'comment'] as const

/** Ways to bring a script, a style or a foreign frame into a page */
const ATTACKS = [
  '<script>alert(1)</script>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<ScRiPt src=//a.example/x.js></sCrIpT>',
  '<img src=x onerror=alert(1)>',
  '<img src="x" onerror="alert(1)" style="position:fixed">',
  '<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table></math>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt&#58;alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="java&NewLine;script&colon;alert(1)">x</a>',
  '<a href=" &#14; javascript:alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](JAVASCRIPT:alert%281%29)',
  '[x](&#x6A;avascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '![x](javascript:alert(1))',
  '<javascript:alert(1)>',
  '[x]: javascript:alert(1)\n\n[x]',
  '[a](https://a.example "\\" onmouseover=alert(1) x=\\"")',
  '![a](https://a.example/"onerror="alert\\(1\\))',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<iframe src="javascript:alert(1)"><script>alert(1)</script></iframe>',
  '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">',
  '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">x</button></form>',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)"><base href="//a.example/">',
  '<link rel="stylesheet" href="//a.example/x.css"><style>body{display:none}</style>',
  '<div style="background:url(javascript:alert(1))" onclick="alert(1)">x</div>',
  '<p class="navbar fixed inset-0" id="main" data-controller="menu" data-action="x">x</p>',
  '<details open ontoggle=alert(1)><summary>x</summary></details>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<textarea><script>alert(1)</script></textarea><title><img src=x onerror=alert(1)></title>',
  '<xmp><img src=x onerror=alert(1)></xmp><plaintext><script>alert(1)</script>',
  '<!--><img src=x onerror=alert(1)>--><![CDATA[<img src=x onerror=alert(1)>]]>',
  '```"><script>alert(1)</script>\nx\n```',
  '```js"onmouseover="alert(1)\n</code></pre><script>alert(1)</script>\n```',
  '# x {#"><script>alert(1)</script>}',
  '# <img src=x onerror=alert(1)>',
  '[^"><script>alert(1)</script>]\n\n[^"><script>alert(1)</script>]: x',
  '| a |\n|---|\n| <img src=x onerror=alert(1)> |',
]

const ALLOWED_ATTRIBUTES =
  /^(href|title|rel|class|id|aria-hidden|aria-label|tabindex|src|alt|width|height|loading|decoding|open|value|max)$/

/**
 * Reads the tags of a page as a browser would at its simplest.
 */
function tagsOf(html: string) {
  return [...html.matchAll(/<([a-z][a-z0-9]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/g)].map(
    ([, name, attributes]) => ({
      name,
      attributes: [...attributes.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, key, value]) => ({
        key,
        value: value ?? '',
      })),
    })
  )
}

test.group('Hostile text', () => {
  test('brings nothing into a page that acts by itself: {$self}')
    .with(ATTACKS)
    .run(({ assert }, attack) => {
      for (const profile of PROFILES) {
        const html = renderMarkdown(`before\n\n${attack}\n\nafter`, profile)
        const tags = tagsOf(html)

        assert.equal(html.match(/<[a-z!?]/gi)?.length, tags.length, `only whole tags: ${html}`)
        assert.notMatch(html, /<(script|style|iframe|object|embed|form|meta|base|link|svg|math)\b/i)
        for (const { key, value } of tags.flatMap(({ attributes }) => attributes)) {
          assert.match(key, ALLOWED_ATTRIBUTES)
          if (key === 'href' || key === 'src') {
            assert.notMatch(value, /^[\s\p{Cc}]*(javascript|data|vbscript)/iu)
          }
          if (key === 'id') assert.match(value, /^text-/)
          if (key === 'class') assert.notMatch(value, /navbar|fixed/)
        }
      }
    })

  /** 100 KB each. What takes twice as long for twice the text is fine; the limit tells it from worse */
  const repeated = (text: string) => text.repeat(Math.ceil(100_000 / text.length))
  const LONG = {
    'open brackets': repeated('['),
    'open images': repeated('!['),
    'links in links': repeated('[a](').slice(0, 50_000) + ')'.repeat(50_000),
    'emphasis that never ends': repeated('*a **b '),
    'code that never ends': Array.from({ length: 440 }, (_, length) => '`'.repeat(length)).join(
      ' '
    ),
    'quotes in quotes': repeated('> '),
    'lists in lists': repeated('- '),
    'tags in tags': repeated('<div>'),
    'tags that never end': repeated('<a '),
    'comments that never end': repeated('<!-- '),
    'addresses': repeated('http://a.b/(?'),
    'mentions of footnotes': `[^1]: a\n\n${repeated('[^')}`,
    'footnotes in footnotes': Array.from(
      { length: 5000 },
      (_, i) => `[^${i}]: [^${i + 1}]\n\n`
    ).join(''),
    'headings with one name': repeated('# a\n'),
    'headings that take each others names': repeated('# a\n# a-1\n# a-2\n'),
    'tables': repeated('|a|b|\n|-|-|\n'),
    'one wide table': `${'a|'.repeat(25_000)}\n${'-|'.repeat(25_000)}`,
    'code blocks': repeated(`\`\`\`csharp\n${'public a b\n'.repeat(700)}\`\`\`\n`),
    'space': repeated(' '),
  }

  test('takes no more than a moment: {0}')
    .with(Object.entries(LONG))
    .run(({ assert }, [, text]) => {
      const before = process.cpuUsage()
      renderMarkdown(text, 'article')
      excerpt(text, 200)
      const { user, system } = process.cpuUsage(before)

      assert.isBelow((user + system) / 1_000_000, 2, 'seconds of processor time')
    })
    .timeout(60_000)
})
