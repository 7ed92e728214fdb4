import { randomBytes } from 'node:crypto'

/** A text that occurs nowhere else, in letters and digits alone, so that no escaping changes it. */
export type Canary = {
  /** The text for one field, e.g. `canary3f…headline`. */
  say: (field: string) => string
  /** Whether bytes hold it, as it is or in a disguise that some encoding puts on. */
  isIn: (bytes: Buffer) => boolean
}

/** How base64 writes a text at each of the three places where it may begin, less the digits that neighbours change. */
function base64Forms(text: string): string[] {
  return [0, 1, 2].map((shift) => {
    const encoded = Buffer.from('x'.repeat(shift) + text).toString('base64')
    return encoded.slice(shift === 0 ? 0 : 4, -4)
  })
}

export function makeCanary(): Canary {
  const text = `canary${randomBytes(9).toString('hex')}`
  const forms = [text, text.toUpperCase(), Buffer.from(text).toString('hex'), ...base64Forms(text)]
  const needles = [...forms.map((form) => Buffer.from(form)), Buffer.from(text, 'utf16le')]
  return {
    say: (field) => `${text}${field.toLowerCase().replace(/[^a-z0-9]/g, '')}`,
    isIn: (bytes) => needles.some((needle) => bytes.includes(needle)),
  }
}
