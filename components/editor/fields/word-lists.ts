import type { Element, ElementContent, Root, RootContent } from 'hast'
import { visit } from 'unist-util-visit'

/** A paragraph that Word means as an entry of a list. `level`: from 1 on. */
type Entry = { level: number; ordered: boolean; children: ElementContent[] }

const styleOf = (node: Element) => String(node.properties.style ?? '').toLowerCase()
const classOf = ({ properties }: Element) => [properties.className ?? []].flat().join(' ')

const textOf = (node: RootContent | ElementContent): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : ''

const isBlank = (node: RootContent) => node.type === 'comment' || (node.type === 'text' && !node.value.trim())

/** What stands before an entry: a sign, or a number or letter with a full stop or a bracket. */
const sign = /^[\s\u00a0]*([·•▪◦§o\uf0b7\uf0a7-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])[\s\u00a0]+/i
const isNumber = (mark: string) => /[.)]$/.test(mark.trim())

/** The children without the bullet or number, which Word writes out and says to leave alone. */
function withoutMark(children: ElementContent[]): { mark: string; rest: ElementContent[] } {
  let mark = ''
  const strip = (nodes: ElementContent[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (node.type !== 'element') return [node]
      if (/mso-list:\s*ignore/.test(styleOf(node))) {
        mark ||= textOf(node)
        return []
      }
      return [{ ...node, children: strip(node.children) }]
    })
  return { rest: strip(children), mark }
}

function entryOf(node: RootContent): Entry | null {
  if (node.type !== 'element' || node.tagName !== 'p') return null
  const list = /mso-list:\s*l\d+\s+level(\d+)/.exec(styleOf(node))
  if (!list && !/^MsoList(Paragraph|Bullet|Number)/.test(classOf(node))) return null
  const { mark, rest } = withoutMark(node.children)
  const level = Number(list?.[1] ?? 1)
  if (mark) return { level, ordered: isNumber(mark), children: rest }
  // A browser that took the styles away left the sign as text; without one it is a paragraph like others.
  const found = sign.exec(textOf(node))
  if (!found) return null
  return { level, ordered: isNumber(found[1] ?? ''), children: cut(rest, found[0].length) }
}

/** The nodes without their first characters. */
function cut(nodes: ElementContent[], length: number): ElementContent[] {
  let left = length
  return nodes.flatMap((node): ElementContent[] => {
    if (left <= 0) return [node]
    const text = textOf(node)
    const [from, all] = [left, [...text].length === 0 ? 0 : text.length]
    left -= all
    if (from >= all) return []
    if (node.type === 'text') return [{ ...node, value: node.value.slice(from) }]
    return node.type === 'element' ? [{ ...node, children: cut(node.children, from) }] : [node]
  })
}

const element = (tagName: string, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
})

/** Entries as a list, those of a deeper level inside the one before them. */
function listOf(entries: readonly Entry[]): Element {
  const [first] = entries
  const level = first?.level ?? 1
  const items: Element[] = []
  for (let at = 0; at < entries.length; ) {
    const end = entries.findIndex((entry, index) => index > at && entry.level <= level)
    const inner = entries.slice(at + 1, end === -1 ? entries.length : end)
    const own = entries[at]?.children ?? []
    items.push(element('li', inner.length > 0 ? [...own, listOf(inner)] : own))
    at = end === -1 ? entries.length : end
  }
  return element(first?.ordered ? 'ol' : 'ul', items)
}

function joinEntries<T extends RootContent>(nodes: T[]): T[] {
  const out: RootContent[] = []
  let run: Entry[] = []
  let blanks: RootContent[] = []
  const close = () => {
    if (run.length > 0) out.push(listOf(run))
    out.push(...blanks)
    run = []
    blanks = []
  }
  for (const node of nodes) {
    const entry = entryOf(node)
    if (entry) {
      run.push(entry)
      blanks = []
    } else if (run.length > 0 && isBlank(node)) blanks.push(node)
    else {
      close()
      out.push(node)
    }
  }
  close()
  return out as T[]
}

/** Word has no lists in what it copies, only paragraphs that look like their entries: makes lists of them again. */
export function readWordLists() {
  return (tree: Root) => {
    visit(tree, (node) => {
      if (node.type === 'root') node.children = joinEntries(node.children)
      else if (node.type === 'element') node.children = joinEntries(node.children)
    })
  }
}
