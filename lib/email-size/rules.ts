import type { Finding, FindingPlace } from '@/lib/preflight/rules'
import { GMAIL_CLIPS_AT } from '@/lib/render/email/size'

/** From this part of the limit on it is worth a look, since links that count clicks and the like come on top. */
const NEAR = 0.9

/** A size as it is told, e.g. `97.4 KB`: a thousand bytes each, as the limit is given. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1_000) return bytes === 1 ? '1 byte' : `${bytes} bytes`
  const size = bytes / 1_000
  return `${size < 100 ? size.toFixed(1).replace(/\.0$/, '') : Math.round(size)} KB`
}

/** How near a mail of so many bytes is to what Gmail cuts off. */
export function emailStanding(bytes: number): 'fine' | 'near' | 'over' {
  if (bytes > GMAIL_CLIPS_AT) return 'over'
  return bytes > GMAIL_CLIPS_AT * NEAR ? 'near' : 'fine'
}

/**
 * What is to be said of the size of an issue's mail.
 * @param bytes of its HTML
 * @param heaviest the part that takes most of it
 */
export function findEmailSize(
  bytes: number,
  heaviest: { name: string; bytes: number; where: FindingPlace } | null,
): Finding[] {
  const standing = emailStanding(bytes)
  if (standing === 'fine') return []
  const limit = sizeInWords(GMAIL_CLIPS_AT)
  const size = `The email is ${sizeInWords(bytes)}`
  const cut =
    standing === 'over'
      ? `${size}: Gmail cuts off what is over ${limit}, the end of the issue first.`
      : `${size}, close to the ${limit} from which on Gmail cuts it off.`
  const most = heaviest ? ` Heaviest: ${heaviest.name}, ${sizeInWords(heaviest.bytes)}.` : ''
  const where = heaviest?.where ?? { kind: 'issue', field: 'intro' }
  return [{ code: 'email-size', level: 'warn', message: cut + most, where }]
}
