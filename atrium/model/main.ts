export { Model } from './model.ts'
export { field } from './field.ts'
export { Decimal } from './decimal.ts'
export { E_ID_OUT_OF_RANGE } from './errors.ts'
