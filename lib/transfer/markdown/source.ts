import type { Definition, Nodes, Parents } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'

/**
 * A Markdown text, its tree, and its link definitions by identifier. `exact`: written in Gleaner's own form, so that
 * nothing has to be guessed: `##` is a section, `###` an item, a list in a section its rows, italics a remark.
 */
export type MarkdownSource = {
  text: string
  exact: boolean
  children: Nodes[]
  definitions: Map<string, Definition>
}

const parser = unified().use(remarkParse).use(remarkGfm)

export function readMarkdown(text: string, exact: boolean): MarkdownSource {
  const root = parser.parse(text)
  const definitions = new Map<string, Definition>()
  visit(root, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node)
  })
  return { text, exact, children: root.children, definitions }
}

export function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0
}

export function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0
}

export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1
}

export function childrenOf(node: Nodes): Nodes[] {
  return 'children' in node ? (node as Parents).children : []
}

function destination(definition: Definition): string {
  const url = /[\s()<>]/.test(definition.url) || !definition.url ? `<${definition.url}>` : definition.url
  return definition.title ? `${url} "${definition.title.replaceAll('"', '\\"')}"` : url
}

type Edit = { start: number; end: number; text: string }

/** Reference links lose their definitions once a text stands alone, so they are written out where they stand. */
function referencesIn(source: MarkdownSource, nodes: Nodes[]): Edit[] {
  const edits: Edit[] = []
  for (const top of nodes) {
    visit(top, (node) => {
      if (node.type !== 'linkReference' && node.type !== 'imageReference') return
      const definition = source.definitions.get(node.identifier)
      if (!definition) return
      const last = childrenOf(node).at(-1)
      if (last) edits.push({ start: endOf(last), end: endOf(node), text: `](${destination(definition)})` })
      else if (node.type === 'imageReference') {
        const alt = node.alt ?? ''
        edits.push({ start: startOf(node), end: endOf(node), text: `![${alt}](${destination(definition)})` })
      }
    })
  }
  return edits.sort((a, b) => a.start - b.start)
}

/**
 * A stretch of the source as it was written, but for the indentation of the list entry that it stood in and for
 * reference links, which are written out. `within` are the nodes that the stretch covers.
 */
export function sliceOf(source: MarkdownSource, start: number, end: number, within: Nodes[]): string {
  let out = ''
  let at = start
  for (const edit of referencesIn(source, within)) {
    if (edit.start < at || edit.end > end) continue
    out += source.text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  out += source.text.slice(at, end)
  const column = start - (source.text.lastIndexOf('\n', start - 1) + 1)
  return column > 0 ? out.replace(new RegExp(`\n[ \t]{1,${column}}`, 'g'), '\n') : out
}

export function sourceOf(source: MarkdownSource, node: Nodes): string {
  return sliceOf(source, startOf(node), endOf(node), [node])
}
