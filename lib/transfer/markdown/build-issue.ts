import type { Nodes } from 'mdast'
import type { Layout } from '@/lib/document/schema'
import { emptyItem, type ParsedIssue, type ParsedItem, type ParsedSection } from '@/lib/transfer/schema'
import { type Block, isRows } from './blocks'
import { pieceOf, readItemText } from './item-text'
import { readNotes } from './notes'
import { layoutOf, readRows } from './rows'
import { lineOf, type MarkdownSource, sourceOf } from './source'
import { readSponsor } from './sponsor'

type Run =
  | { of: 'item'; item: ParsedItem; depth: number; nodes: Nodes[] }
  | { of: 'text'; afterRule: boolean; nodes: Nodes[] }

type Parent = { depth: number; title: string; used: boolean }

/** Builds one issue from its blocks, in order. */
export class IssueBuilder {
  private readonly intro: Nodes[] = []
  private outro: Nodes[] | null = null
  private section: ParsedSection | null = null
  private layouts: Layout[] = []
  private sponsor: { title: string; depth: number; nodes: Nodes[] } | null = null
  private run: Run = { of: 'text', afterRule: false, nodes: [] }
  private parents: Parent[] = []

  constructor(
    private readonly source: MarkdownSource,
    private readonly issue: ParsedIssue,
  ) {}

  add(block: Block) {
    if (block.is === 'aside') this.setAside(block.node, block.why)
    else if (block.is === 'rule') this.addRule()
    else if (block.is === 'text') this.addText(block.node)
    else if (this.isInside(block.depth)) this.addText(block.node)
    else if (block.is === 'section') this.addSection(block)
    else if (block.is === 'sponsor') this.addSponsor(block)
    else this.addItem(block)
  }

  finish() {
    this.flush()
    this.closeSection()
    this.issue.intro = this.intro.map((node) => sourceOf(this.source, node)).join('\n\n') || null
    this.issue.outro = this.outro?.map((node) => sourceOf(this.source, node)).join('\n\n') || null
    const last = this.issue.sponsors.at(-1)
    const isAfterAll = last && typeof last.at === 'object' && last.at.after === this.issue.sections.length - 1
    if (isAfterAll && this.issue.sections.length > 0) last.at = 'bottom'
  }

  /** A heading deeper than the sponsor's, or than the item's, belongs to their text. */
  private isInside(depth: number): boolean {
    if (this.sponsor) return depth > (this.source.exact ? 3 : this.sponsor.depth)
    return !this.source.exact && this.run.of === 'item' && depth > this.run.depth
  }

  private setAside(node: Nodes, why: string) {
    this.issue.setAside.push({ line: lineOf(node), text: sourceOf(this.source, node), why })
  }

  private addText(node: Nodes) {
    if (this.sponsor) this.sponsor.nodes.push(node)
    else if (this.outro) this.outro.push(node)
    else if (this.run.of === 'item' || this.run.afterRule) this.run.nodes.push(node)
    else if (this.section === null && !(isRows(this.source, node) && !this.source.exact))
      this.intro.push(node)
    else if (isRows(this.source, node) && node.type === 'list') {
      this.flush()
      const items = readRows(this.source, node, this.issue.unsure)
      this.layouts.push(layoutOf(node, items))
      this.sectionNow().items.push(...items)
    } else this.run.nodes.push(node)
  }

  /** Two rules, one after the other, begin the outro: between them would be a note without text. */
  private addRule() {
    const isSecond = this.run.of === 'text' && this.run.afterRule && this.run.nodes.length === 0
    this.flush()
    if (isSecond && this.source.exact) {
      this.outro = []
      return
    }
    this.sectionNow()
    this.run = { of: 'text', afterRule: true, nodes: [] }
  }

  private addSection(block: Block & { is: 'section' }) {
    this.flush()
    this.closeSection()
    if (block.isLinked) this.setAside(block.node, 'a section’s title can’t be a link; its words are kept')
    while ((this.parents.at(-1)?.depth ?? 0) >= block.depth) this.parents.pop()
    const title = [
      ...this.parents.filter((parent) => !parent.used).map((parent) => parent.title),
      block.title,
    ]
    this.parents.push({ depth: block.depth, title: block.title, used: false })
    this.section = { title: title.filter(Boolean).join(': ') || null, layout: 'articles', items: [] }
  }

  private addSponsor(block: Block & { is: 'sponsor' }) {
    this.flush()
    this.closeSection()
    this.sponsor = { title: block.title, depth: block.depth, nodes: [] }
  }

  private addItem(block: Block & { is: 'item' }) {
    this.flush()
    this.sectionNow()
    const item = emptyItem(block.link ? 'link' : 'note', lineOf(block.node))
    item.headline = block.title || null
    item.url = block.link?.url ?? null
    this.run = { of: 'item', item, depth: block.depth, nodes: [] }
    this.layouts.push('articles')
  }

  private sectionNow(): ParsedSection {
    this.section ??= { title: null, layout: 'articles', items: [] }
    return this.section
  }

  /** Puts what has gathered into its place. */
  private flush() {
    const { run } = this
    this.run = { of: 'text', afterRule: false, nodes: [] }
    if (this.sponsor) {
      this.issue.sponsors.push(readSponsor(this.source, this.sponsor, this.issue.sections.length))
      this.sponsor = null
    } else if (run.of === 'item') {
      readItemText(
        this.source,
        run.item,
        run.nodes.map((node) => pieceOf(this.source, node)),
        this.issue.unsure,
      )
      this.sectionNow().items.push(run.item)
    } else if (run.nodes.length > 0) {
      const notes = readNotes(this.source, run.nodes, run.afterRule, this.issue.unsure)
      this.sectionNow().items.push(...notes)
    }
  }

  private closeSection() {
    const { section, layouts } = this
    this.section = null
    this.layouts = []
    if (!section) return
    const parent = this.parents.at(-1)
    if (section.items.length === 0) {
      if (this.source.exact && section.title) this.issue.sections.push(section)
      return
    }
    if (parent) parent.used = true
    section.layout = layouts.length > 0 && layouts.every((layout) => layout === 'list') ? 'list' : 'articles'
    this.issue.sections.push(section)
  }
}
