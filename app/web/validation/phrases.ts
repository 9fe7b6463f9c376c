type Facts = Record<string, any>
type Phrase = string | ((facts: Facts) => string)

/**
 * What each rule says when it is broken, to go on after a field's name: "title can't be blank".
 * Both pages and RealWorld's form are written with them. A rule that is not here speaks for itself.
 */
export const phrases: Record<string, Phrase> = {
  'required': "can't be blank",
  'notEmpty': "can't be blank",

  'string': 'must be text',
  'wellFormed': 'holds characters that cannot be stored',
  'minLength': ({ min }) =>
    min === 1 ? "can't be blank" : `is too short (minimum is ${count(min)} characters)`,
  'maxLength': ({ max }) => `is too long (maximum is ${count(max)} characters)`,
  'fixedLength': ({ size }) => `must have ${count(size)} characters`,
  'regex': 'has the wrong form',
  'email': 'is not a valid email address',
  'url': 'is not a valid address',
  'uuid': 'is not a valid id',
  'alpha': 'may hold letters only',
  'alphaNumeric': 'may hold letters and digits only',
  'startsWith': ({ substring }) => `must begin with ${substring}`,
  'endsWith': ({ substring }) => `must end with ${substring}`,
  'confirmed': 'is not the same both times',
  'sameAs': ({ otherField }) => `must be the same as ${otherField}`,
  'notSameAs': ({ otherField }) => `must differ from ${otherField}`,

  'number': 'must be a number',
  'min': ({ min }) => `must be at least ${count(min)}`,
  'max': ({ max }) => `must be at most ${count(max)}`,
  'range': ({ min, max }) => `must be between ${count(min)} and ${count(max)}`,
  'positive': 'must be more than 0',
  'nonNegative': 'must be 0 or more',
  'withoutDecimals': 'must be a whole number',

  'boolean': 'must be yes or no',
  'accepted': 'must be accepted',
  'enum': 'is not one of the choices',
  'in': 'is not one of the choices',
  'literal': 'is not one of the choices',
  'notIn': 'is not allowed',
  'date': 'must be a date',

  'object': 'must be an object',
  'record': 'must be an object',
  'array': 'must be a list',
  'array.minLength': ({ min }) => `must have at least ${count(min)} entries`,
  'array.maxLength': ({ max }) => `must have at most ${count(max)} entries`,
  'distinct': 'holds the same twice',

  'database.unique': 'has already been taken',
  'database.exists': 'does not exist',
}

/**
 * The phrase for a rule that was broken, if there is one.
 */
export function phraseFor(rule: string, facts: Facts = {}) {
  const phrase = phrases[rule]
  return typeof phrase === 'function' ? phrase(facts) : phrase
}

function count(value: number) {
  return value.toLocaleString('en')
}
