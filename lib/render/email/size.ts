/** In bytes of HTML: what is longer Gmail cuts off, the footer first, behind a link that few follow. */
export const GMAIL_CLIPS_AT = 102_000

/** Size of a mail's HTML as it counts for that limit, in bytes of UTF-8 before any transfer encoding. */
export function emailBytes(html: string): number {
  return new TextEncoder().encode(html).length
}
