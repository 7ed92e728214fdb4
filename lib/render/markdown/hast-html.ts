import type { ElementContent, Root } from 'hast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'

function makeWriter() {
  return unified().use(rehypeStringify).freeze()
}

// Made when first needed, so that the preview's bundle can leave it out.
let writer: ReturnType<typeof makeWriter> | undefined

/** A tree as an HTML string, for feeds: every text and attribute escaped by the serialiser, never by hand. */
export function hastToHtml(children: readonly (ElementContent | Root['children'][number])[]): string {
  writer ??= makeWriter()
  return writer.stringify({ type: 'root', children: [...children] })
}
