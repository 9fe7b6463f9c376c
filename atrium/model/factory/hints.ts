import type { Faker } from '@faker-js/faker'

type Words = (faker: Faker) => string

const phrases = (faker: Faker, count: number) =>
  Array.from({ length: count }, () => faker.hacker.phrase()).join(' ')

const paragraphs = (faker: Faker) => Array.from({ length: 3 }, () => phrases(faker, 3)).join('\n\n')

/**
 * What a text is, by the name of its property. The first that fits counts.
 */
const texts: [name: RegExp, words: Words][] = [
  [/(first|given)name$/, (faker) => faker.person.firstName()],
  [/(last|family|sur)name$/, (faker) => faker.person.lastName()],
  [/(user|login)(name)?$|handle$/, (faker) => faker.internet.username().toLowerCase()],
  [/company|organi[sz]ation|employer/, (faker) => faker.company.name()],
  [/(file)name$/, (faker) => faker.system.fileName()],
  [/(host|domain)(name)?$/, (faker) => faker.helpers.slugify(faker.word.noun()) + '.example.com'],
  [/(product)(name)?$/, (faker) => faker.commerce.productName()],
  [/name$|author$|contact$/, (faker) => faker.person.fullName()],
  [/job(title)?$|position$|profession$/, (faker) => faker.person.jobTitle()],
  [/title$|headline$|subject$|heading$/, (faker) => faker.company.catchPhrase()],
  [/bio$|about$/, (faker) => faker.person.bio()],
  [/description$|summary$|excerpt$|teaser$|reason$|help$/, (faker) => phrases(faker, 1)],
  [/body$|content$|text$|message$|comment$|notes?$/, paragraphs],
  [/city$|town$/, (faker) => faker.location.city()],
  [/countrycode$/, (faker) => faker.location.countryCode()],
  [/country$/, (faker) => faker.location.country()],
  [/street|address(line)?\d?$/, (faker) => faker.location.streetAddress()],
  [/zip(code)?$|post(al)?code$/, (faker) => faker.location.zipCode('#####')],
  [/(state|region|province)$/, (faker) => faker.location.state()],
  [/phone|mobile|fax|tel$/, (faker) => `+1555${faker.string.numeric(7)}`],
  [/email/, (faker) => `${faker.person.firstName().toLowerCase()}@example.com`],
  [/url$|website$|link$|homepage$/, (faker) => `https://example.com/${faker.word.noun()}`],
  [/iban$/, (faker) => faker.finance.iban()],
  [/currency(code)?$/, (faker) => faker.finance.currencyCode()],
  [/colou?r$/, (faker) => faker.color.rgb()],
  [/(locale|language)(code)?$/, (faker) => faker.helpers.arrayElement(['en', 'de', 'fr', 'es'])],
  [/timezone$/, (faker) => faker.location.timeZone()],
  [/(user)?agent$/, (faker) => faker.internet.userAgent()],
  [/ip(address)?$/, (faker) => faker.internet.ipv4()],
  [/password|secret/, (faker) => faker.internet.password({ length: 16 })],
  [/token|hash|digest|checksum/, (faker) => faker.string.hexadecimal({ length: 64, prefix: '' })],
  [/sku$|code$|number$|reference$/, (faker) => faker.string.alphanumeric(10).toUpperCase()],
  [/category$|department$/, (faker) => faker.commerce.department()],
  [/tag$|label$|keyword$|kind$|type$/, (faker) => faker.word.noun()],
]

/**
 * The words that a property of this name holds, or a few words where the name says nothing.
 */
export function textHint(name: string): Words {
  const hint = texts.find(([pattern]) => pattern.test(name.toLowerCase()))
  return hint?.[1] ?? ((faker) => faker.word.words(3))
}

/** Words for fields of any length, where the name says nothing */
export function longTextHint(name: string): Words {
  const isKnown = texts.some(([pattern]) => pattern.test(name.toLowerCase()))
  return isKnown ? textHint(name) : paragraphs
}

/**
 * Between what numbers a property usually is, by its name.
 */
const numbers: [name: RegExp, range: readonly [bigint, bigint]][] = [
  [/age$/, [18n, 80n]],
  [/year$/, [1990n, 2030n]],
  [/month$/, [1n, 12n]],
  [/day$/, [1n, 28n]],
  [/rating$|stars$/, [1n, 5n]],
  [/percent|share$|discount$|rate$/, [0n, 100n]],
  [/quantity$|count$|stock$|seats$|amountof/, [1n, 50n]],
  [/price$|amount$|total$|cost$|fee$|salary$|balance$/, [1n, 5000n]],
  [/lat(itude)?$/, [-90n, 90n]],
  [/(lng|lon|longitude)$/, [-180n, 180n]],
]

export function numberHint(name: string) {
  return numbers.find(([pattern]) => pattern.test(name.toLowerCase()))?.[1]
}
