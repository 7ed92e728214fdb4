/**
 * The longest piece that all addresses of a link hold alike, however they were written: of letters, digits and hyphens
 * in its path and query. Empty where that is too short to tell anything.
 */
export function tellingPart(canonical: string): string {
  const { pathname, search } = new URL(canonical)
  const pieces = `${pathname}${search}`.replace(/%[0-9A-F]{2}/g, '/').match(/[A-Za-z0-9-]{4,}/g) ?? []
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '')
}
