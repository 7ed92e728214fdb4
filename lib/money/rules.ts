/** How many digits of a currency are its smaller unit (ISO 4217): 2 for USD, 0 for JPY, 3 for BHD. */
export function minorDigits(currency: string): number {
  try {
    const { maximumFractionDigits } = new Intl.NumberFormat('en', {
      style: 'currency',
      currency,
    }).resolvedOptions()
    return maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

/** An amount in the currency's smallest unit as people read it, e.g. `$450` or `€99.50`. */
export function formatMoney(minor: number, currency: string): string {
  const digits = minorDigits(currency)
  const amount = minor / 10 ** digits
  const minimumFractionDigits = Number.isInteger(amount) ? 0 : digits
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency, minimumFractionDigits }).format(amount)
  } catch {
    return `${amount.toFixed(minimumFractionDigits)} ${currency}`
  }
}

/** An amount as it is typed into a field: `450` or `99.50`, with no sign. */
export function writeMoney(minor: number, currency: string): string {
  const digits = minorDigits(currency)
  const amount = minor / 10 ** digits
  return Number.isInteger(amount) ? String(amount) : amount.toFixed(digits)
}

/** What was typed, in the smallest unit; null where it is no amount, or has more digits than the currency knows. */
export function readMoney(typed: string, currency: string): number | null {
  const text = typed.trim().replace(/[\s_’']/g, '')
  const found = /^(\d{1,9})(?:[.,](\d+))?$/.exec(text)
  if (!found) return text === '' ? 0 : null
  const [, whole = '', part = ''] = found
  const digits = minorDigits(currency)
  if (part.length > digits) return null
  return Number(whole + part.padEnd(digits, '0'))
}
