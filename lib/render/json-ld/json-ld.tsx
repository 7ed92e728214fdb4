import { withoutNoChars } from '@/lib/render/xml'

/** Data as JSON-LD (https://www.w3.org/TR/json-ld11/). What is undefined falls away. */
export type JsonLdValue = string | number | undefined | JsonLdValue[] | { [name: string]: JsonLdValue }

/**
 * JSON that a script element can hold: no `<` begins anything in it (HTML, 4.12.1.3), and no half of a character stands
 * in it, which the page's encoding couldn't hold.
 */
export function writeJsonLd(nodes: JsonLdValue[]): string {
  const data = { '@context': 'https://schema.org', '@graph': nodes }
  const clean = (_key: string, part: unknown) => (typeof part === 'string' ? withoutNoChars(part) : part)
  return JSON.stringify(data, clean).replaceAll('<', '\\u003c')
}

/** What a page is about, for programs. A block of data: no browser runs it, and no policy for scripts is about it. */
export function JsonLd({ nodes }: { nodes: JsonLdValue[] }) {
  return <script type="application/ld+json">{writeJsonLd(nodes)}</script>
}
