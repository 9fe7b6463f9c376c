/** Values of one type, what they are in another, and values that cannot be said there */
export type ConversionCase = {
  from: string
  to: string

  /** As text before and after, in pairs. A third text is what comes back, where it is another */
  keeps: [before: string, after: string, back?: string][]
  loses?: string[]
}

const same = (...values: string[]): [string, string][] => values.map((value) => [value, value])

const numbers: ConversionCase[] = [
  {
    from: 'integer',
    to: 'smallint',
    keeps: same('32767', '-32768'),
    loses: ['32768', '-32769'],
  },
  { from: 'integer', to: 'bigint', keeps: same('2147483647', '-2147483648') },
  { from: 'bigint', to: 'integer', keeps: same('2147483647'), loses: ['2147483648'] },
  { from: 'integer', to: 'numeric(12,2)', keeps: [['2147483647', '2147483647.00']] },
  { from: 'integer', to: 'numeric(4,2)', keeps: [['-99', '-99.00']], loses: ['100', '-100'] },
  { from: 'bigint', to: 'numeric', keeps: same('9223372036854775807') },
  { from: 'integer', to: 'double precision', keeps: same('2147483647') },
  { from: 'integer', to: 'real', keeps: [['16777216', '1.6777216e+07']], loses: ['16777217'] },
  {
    from: 'bigint',
    to: 'double precision',
    keeps: [
      ['9007199254740992', '9.007199254740992e+15'],
      ['4611686018427387904', '4.611686018427388e+18'],
      ['-9223372036854775808', '-9.223372036854776e+18'],
    ],
    loses: ['9007199254740993', '9223372036854775807'],
  },
  { from: 'bigint', to: 'real', keeps: same('1'), loses: ['16777217', '9223372036854775807'] },
  {
    from: 'numeric(10,4)',
    to: 'numeric(6,2)',
    keeps: [['1.2300', '1.23', '1.2300']],
    loses: ['1.2345', '12345', '9999.9999'],
  },
  { from: 'numeric(6,2)', to: 'numeric(8,2)', keeps: same('9999.99', 'NaN') },
  { from: 'numeric(6,2)', to: 'numeric', keeps: same('9999.99') },
  { from: 'numeric(6,2)', to: 'numeric(20,4)', keeps: [['1.25', '1.2500']] },
  { from: 'numeric(8,2)', to: 'numeric(6,2)', keeps: same('9999.99', 'NaN'), loses: ['10000'] },
  {
    from: 'numeric',
    to: 'numeric(6,2)',
    keeps: [['1.5', '1.50', '1.50']],
    loses: ['0.001', 'Infinity', '1e9'],
  },
  { from: 'numeric(4,2)', to: 'numeric(3,1)', keeps: [['1.50', '1.5']], loses: ['99.99'] },
  {
    from: 'numeric',
    to: 'integer',
    keeps: same('7', '-2147483648'),
    loses: ['1.5', '2147483648', 'NaN', 'Infinity', '2147483647.5'],
  },
  { from: 'numeric(4,0)', to: 'integer', keeps: same('9999') },
  { from: 'numeric(4,1)', to: 'integer', keeps: [['9.0', '9']], loses: ['9.5'] },
  {
    from: 'numeric',
    to: 'double precision',
    keeps: same('0.1', '123456.789', 'NaN'),
    loses: ['0.12345678901234567891', '1e400', '1e-400'],
  },
  { from: 'double precision', to: 'numeric', keeps: same('0.1', '123456789.0123456') },
  {
    from: 'double precision',
    to: 'numeric(6,2)',
    keeps: [['1.5', '1.50', '1.5']],
    loses: ['0.1234', '1e9', 'Infinity'],
  },
  {
    from: 'double precision',
    to: 'integer',
    keeps: same('7', '-7'),
    loses: ['1.5', '3e9', 'NaN', '-Infinity', '2147483647.4'],
  },
  {
    from: 'double precision',
    to: 'bigint',
    keeps: [['1e+17', '100000000000000000']],
    loses: ['1e19'],
  },
  {
    from: 'double precision',
    to: 'real',
    keeps: same('0.5', 'NaN', 'Infinity'),
    loses: ['0.1', '1e300', '1e-300'],
  },
  { from: 'real', to: 'double precision', keeps: same('0.5') },
  {
    from: 'boolean',
    to: 'integer',
    keeps: [
      ['true', '1'],
      ['false', '0'],
    ],
  },
  {
    from: 'integer',
    to: 'boolean',
    keeps: [
      ['1', 'true'],
      ['0', 'false'],
    ],
    loses: ['2', '-1'],
  },
]

const texts: ConversionCase[] = [
  { from: 'varchar(10)', to: 'varchar(20)', keeps: same('abc') },
  { from: 'varchar(10)', to: 'text', keeps: same('abc', 'abc  ') },
  { from: 'varchar(10)', to: 'varchar(3)', keeps: same('abc', 'äöü'), loses: ['abcd', 'abc '] },
  { from: 'text', to: 'varchar(3)', keeps: same('abc', ''), loses: ['abcd'] },
  { from: 'text', to: 'varchar', keeps: same('abcd') },
  { from: 'text', to: 'char(3)', keeps: [['abc', 'abc']], loses: ['abcd', 'a '] },
  { from: 'char(3)', to: 'text', keeps: [['abc', 'abc']] },
  { from: 'integer', to: 'text', keeps: same('12') },
  { from: 'integer', to: 'varchar(2)', keeps: same('12', '-1'), loses: ['123'] },
  { from: 'uuid', to: 'text', keeps: same('018f0000-0000-7000-8000-000000000001') },
  { from: 'boolean', to: 'varchar(5)', keeps: same('false') },
  { from: 'jsonb', to: 'text', keeps: same('{"a": [1, null]}') },
  { from: 'inet', to: 'text', keeps: same('10.0.0.1', '10.0.0.0/8', '::1') },
  {
    from: 'timestamptz',
    to: 'text',
    keeps: [['2024-05-06 07:08:09.123456+00', '2024-05-06 07:08:09.123456+00']],
  },
  { from: 'interval', to: 'text', keeps: same('1 mon 02:03:04') },
  {
    from: 'bytea',
    to: 'text',
    keeps: [
      ['\\xc3a4', 'ä'],
      ['\\x', ''],
    ],
    loses: ['\\xff', '\\x00', '\\xc0af', '\\xeda080'],
  },
  {
    from: 'text',
    to: 'bytea',
    keeps: [
      ['ä', '\\xc3a4'],
      ['\\x', '\\x5c78'],
    ],
  },
]

const fromText: ConversionCase[] = [
  {
    from: 'text',
    to: 'integer',
    keeps: [
      ['12', '12'],
      [' 7 ', '7', '7'],
      ['-0', '0', '0'],
    ],
    loses: ['', '1.5', 'x', '2147483648', '1 2'],
  },
  {
    from: 'varchar(30)',
    to: 'bigint',
    keeps: same('9223372036854775807'),
    loses: ['9223372036854775808'],
  },
  {
    from: 'text',
    to: 'numeric(6,2)',
    keeps: [
      ['1.5', '1.50', '1.50'],
      ['.5', '0.50', '0.50'],
      ['1e2', '100.00', '100.00'],
    ],
    loses: ['1.234', '10000', '1,5', ''],
  },
  {
    from: 'text',
    to: 'double precision',
    keeps: same('1.5', '-1e+100'),
    loses: ['1e400', '1e-400', 'x'],
  },
  {
    from: 'text',
    to: 'boolean',
    keeps: [
      ['true', 'true'],
      ['No', 'false', 'false'],
      ['1', 'true', 'true'],
      [' of ', 'false', 'false'],
    ],
    loses: ['o', 'maybe', ''],
  },
  {
    from: 'text',
    to: 'uuid',
    keeps: [
      ['018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000001'],
      [
        '{018F00000000-7000-8000000000000001}',
        '018f0000-0000-7000-8000-000000000001',
        '018f0000-0000-7000-8000-000000000001',
      ],
    ],
    loses: [
      'x',
      '018f',
      '018f0000-0000-7000-8000-00000000000g',
      ' 018f0000-0000-7000-8000-000000000001',
    ],
  },
  {
    from: 'text',
    to: 'jsonb',
    keeps: [
      [
        '{"a": [1, {"b": "]}\\""}], "c": -1.5e3}',
        '{"a": [1, {"b": "]}\\""}], "c": -1500}',
        '{"a": [1, {"b": "]}\\""}], "c": -1500}',
      ],
      ['"x"', '"x"'],
      ['null', 'null'],
      [' [] ', '[]', '[]'],
      ['[[[[]]]]', '[[[[]]]]'],
    ],
    loses: [
      '',
      'x',
      '{a:1}',
      '[1,]',
      '{"a":1,}',
      '"\\u0000"',
      '01',
      '1 2',
      '[1 2]',
      "{'a':1}",
      '"a\nb"',
      'truefalse',
      '"a"true',
    ],
  },
  {
    from: 'text',
    to: 'date',
    keeps: same('2024-02-29'),
    loses: ['2023-02-29', '2024-13-01', '6.5.2024', '', '0000-01-01'],
  },
  {
    from: 'text',
    to: 'timestamp',
    keeps: [
      ['2024-05-06 07:08:09', '2024-05-06 07:08:09'],
      ['2024-05-06', '2024-05-06 00:00:00', '2024-05-06 00:00:00'],
    ],
    loses: ['2024-05-06 25:00:00', '2024-05-06 07:00+02', 'now'],
  },
  {
    from: 'text',
    to: 'timestamptz',
    keeps: [
      ['2024-05-06T07:08:09Z', '2024-05-06 07:08:09+00', '2024-05-06 07:08:09+00'],
      ['2024-05-06 07:08:09', '2024-05-06 07:08:09+00', '2024-05-06 07:08:09+00'],
      ['2024-05-06 07:08:09.5+02:00', '2024-05-06 05:08:09.5+00', '2024-05-06 05:08:09.5+00'],
    ],
    loses: ['yesterday', '2024-02-30T00:00Z', ''],
  },
  { from: 'text', to: 'time', keeps: same('17:30:00'), loses: ['25:00', 'noon-ish', '17'] },
  {
    from: 'text',
    to: 'interval',
    keeps: [
      ['1 mon 02:03:04', '1 mon 02:03:04'],
      ['P1DT2H', '1 day 02:00:00', '1 day 02:00:00'],
      ['3 hours', '03:00:00', '03:00:00'],
    ],
    loses: ['', 'soon', '3'],
  },
  {
    from: 'text',
    to: 'inet',
    keeps: same('10.0.0.1', '10.0.0.0/8', '::1', 'fe80::1', '2001:db8::/32'),
    loses: ['10.0.0.256', '10.0', 'x', ':::', '::1/129'],
  },
  { from: 'text', to: 'mood', keeps: same('happy'), loses: ['sad', ''] },
  { from: 'mood', to: 'text', keeps: same('happy') },
  { from: 'mood', to: 'other_mood', keeps: same('happy'), loses: ['calm'] },
]

const others: ConversionCase[] = [
  {
    from: 'timestamptz',
    to: 'date',
    keeps: [['2024-05-06 00:00:00+00', '2024-05-06']],
    loses: ['2024-05-06 07:00:00+00', '2024-05-06 00:00:00.000001+00'],
  },
  { from: 'date', to: 'timestamptz', keeps: [['2024-05-06', '2024-05-06 00:00:00+00']] },
  {
    from: 'timestamp',
    to: 'date',
    keeps: [['2024-05-06 00:00:00', '2024-05-06']],
    loses: ['2024-05-06 07:00:00'],
  },
  { from: 'date', to: 'timestamp', keeps: [['2024-05-06', '2024-05-06 00:00:00']] },
  {
    from: 'timestamp',
    to: 'timestamptz',
    keeps: [['2024-05-06 07:00:00', '2024-05-06 07:00:00+00']],
  },
  {
    from: 'timestamptz',
    to: 'timestamp',
    keeps: [['2024-05-06 07:00:00+00', '2024-05-06 07:00:00']],
  },
  { from: 'timestamptz(0)', to: 'timestamptz', keeps: same('2024-05-06 07:00:00+00') },
  {
    from: 'timestamptz',
    to: 'timestamptz(0)',
    keeps: same('2024-05-06 07:00:00+00'),
    loses: ['2024-05-06 07:00:00.5+00'],
  },
  {
    from: 'timestamp',
    to: 'timestamptz(0)',
    keeps: [['2024-05-06 07:00:00', '2024-05-06 07:00:00+00']],
    loses: ['2024-05-06 07:00:00.5'],
  },
  { from: 'json', to: 'jsonb', keeps: same('{"a": 1}') },
  { from: 'jsonb', to: 'json', keeps: same('{"a": 1}') },
  { from: 'cidr', to: 'inet', keeps: same('10.0.0.0/8') },
  { from: 'inet', to: 'cidr', keeps: same('10.0.0.0/8'), loses: ['10.0.0.1/8'] },
  { from: 'text', to: 'text[]', keeps: [['a,b', '{"a,b"}']] },
  { from: 'text', to: 'integer[]', keeps: [['1', '{1}']], loses: ['x'] },
  { from: 'text[]', to: 'text', keeps: [['{a}', 'a']], loses: ['{a,b}', '{}'] },
  { from: 'text[]', to: 'integer', keeps: [['{1}', '1']], loses: ['{x}', '{1,2}'] },
  { from: 'integer[]', to: 'bigint[]', keeps: same('{1,2}', '{}') },
  { from: 'bigint[]', to: 'integer[]', keeps: same('{1,2}'), loses: ['{1,3000000000}'] },
  { from: 'numeric[]', to: 'integer[]', keeps: same('{1,2}'), loses: ['{1.5}'] },
]

export const conversionCases = [...numbers, ...texts, ...fromText, ...others]

/** Types of which the one says nothing that the other could */
export const impossible: [string, string][] = [
  ['integer', 'uuid'],
  ['uuid', 'integer'],
  ['date', 'integer'],
  ['boolean', 'date'],
  ['bytea', 'integer'],
  ['jsonb', 'integer'],
  ['integer', 'mood'],
  ['integer[]', 'uuid[]'],
]
