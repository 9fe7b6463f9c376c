import type { Chance } from './chance.ts'

/**
 * Text that something has stumbled over somewhere: what databases cannot store, what parsers take
 * for syntax, what is longer, emptier or stranger than anybody thought.
 */
export const texts = [
  '',
  ' ',
  '\t\n',
  '\0',
  'a\0b',
  '\ud800',
  'x\udfff',
  '\ufeff',
  '\u202egnp.exe',
  'e\u0301'.repeat(200),
  '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
  'ﷺ'.repeat(300),
  'İıẞß',
  'x'.repeat(300),
  'x'.repeat(20_000),
  '-'.repeat(500),
  '%',
  '%%',
  '%00',
  '%s%n%d',
  '_',
  '\\',
  '\\0',
  '"',
  "'",
  "''",
  "' or '1'='1",
  '1; drop table users; --',
  '$1',
  '?',
  '??',
  ':name',
  '/*',
  '{{ 7 * 7 }}',
  '${7 * 7}',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  'data:text/html,x',
  '../../../../etc/passwd',
  '..%2f..%2fetc',
  'C:\\windows',
  '//evil.example',
  'http://evil.example',
  'http://[::1',
  'file:///etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  'true',
  '0',
  '-0',
  '-1',
  '1.5',
  '1e400',
  '1e-400',
  '0x7fffffff',
  '2147483648',
  '9007199254740993',
  '9223372036854775808',
  '-9223372036854775809',
  '99999999999999999999999999',
  '٣',
  '0000-00-00',
  '-271822-01-01',
  '275761-01-01T00:00:00Z',
  '2026-02-30',
  '\r\nSet-Cookie: a=b',
  '\u2028',
  '(((((((((((((((((((((((((((((',
  '&&&|||!!!<->:*',
  'a & ! | b:* <-> ()',
  '"unclosed',
  '[]',
  '{}',
  '[object Object]',
  'a@b',
  'a@b.c'.repeat(80),
  '"a b"@example.com',
  'a@xn--nxasmq6b',
  '.',
  '..',
  'edit',
  'new',
  'feed',
] as const

/**
 * Text that PostgreSQL cannot store. It comes more often than the rest, as it must be refused
 * everywhere.
 */
const unstorable = ['\0', 'a\0b', '\ud800', 'x\udfff']

/**
 * Values that are not text where text is expected.
 */
export function value(chance: Chance, depth = 0): unknown {
  const others = [
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e308,
    Number.MAX_SAFE_INTEGER,
    [],
    {},
    [[[]]],
    ['a', 'a'],
    [null],
    Array.from({ length: 500 }, (_, i) => `tag${i}`),
    { toString: 'x', valueOf: 1, length: 3 },
    { __proto__: null, constructor: { prototype: { x: 1 } } },
    { $isPersisted: true, $attributes: { id: 1 } },
    { id: 1, authorId: 1, createdAt: 'x' },
    nested(60),
  ]

  if (chance.happens(0.2)) return chance.one(unstorable)
  if (chance.happens(0.5)) return chance.one(texts)
  if (depth < 3 && chance.happens(0.2)) {
    return chance.happens(0.5)
      ? [value(chance, depth + 1), value(chance, depth + 1)]
      : { [chance.one(texts).slice(0, 50)]: value(chance, depth + 1) }
  }
  return chance.one(others)
}

/**
 * A text as it may stand in an address: mostly encoded as it should be, sometimes not.
 */
export function inAddress(chance: Chance) {
  const text = chance.happens(0.1) ? 'a\0b' : chance.one(texts).slice(0, 2_000)
  const broken = ['%', '%f', '%ff', '%zz', '%c0%80', '%ed%a0%80', '%u0041', '%2525', '%2F%2F']

  if (chance.happens(0.1)) return chance.one(broken)
  return encodeURIComponent(text.toWellFormed())
}

function nested(depth: number): unknown {
  return depth === 0 ? 'end' : { in: [nested(depth - 1)] }
}
