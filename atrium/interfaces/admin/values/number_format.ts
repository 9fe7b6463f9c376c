const formats = new Map<string, Intl.NumberFormat>()

/**
 * How numbers are written in a language. Each format is made once: that takes far longer than to use it.
 */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}) {
  const key = locale + JSON.stringify(options)
  const known = formats.get(key)
  if (known) return known

  const format = new Intl.NumberFormat(locale, options)
  formats.set(key, format)
  return format
}
