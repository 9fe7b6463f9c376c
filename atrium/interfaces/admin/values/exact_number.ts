import type { Reader } from '../reader.ts'
import { numberFormat } from './number_format.ts'

/** Digits behind the point that `Intl` can write */
const MOST = 100

/**
 * A decimal number in the reader's manner, with every digit that it has.
 */
export function exactNumber(text: string, { locale }: Reader) {
  const digits = text.split('.')[1]?.length ?? 0
  if (digits > MOST || !/^-?\d+(\.\d+)?$/.test(text)) return text

  const form = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  return numberFormat(locale, form).format(text as Intl.StringNumericLiteral)
}
