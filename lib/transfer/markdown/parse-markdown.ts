import type { Nodes } from 'mdast'
import { NoIssueFound } from '@/lib/transfer/import-problem'
import { findLostText } from '@/lib/transfer/lost-text'
import { emptyIssue, type ParsedIssue } from '@/lib/transfer/schema'
import { readBlocks } from './blocks'
import { IssueBuilder } from './build-issue'
import { fragmentsOf } from './fragments'
import { type FrontMatter, readFrontMatter } from './front-matter'
import { completeHead, isExact, namesIssue, readDateLine, readFields, readHead } from './issue-head'
import { refuseDeepNesting } from './nesting'
import { lineOf, type MarkdownSource, readMarkdown, sourceOf } from './source'

function parseOne(source: MarkdownSource, file: string, front: FrontMatter, nodes: Nodes[]): ParsedIssue {
  const issue = emptyIssue(file, nodes[0] ? lineOf(nodes[0]) : 1)
  readFields(issue, front)
  const body = readDateLine(issue, readHead(source, issue, nodes))
  const words = body.find((node) => node.type === 'paragraph')
  completeHead(source, issue, words ? sourceOf(source, words) : '')
  const builder = new IssueBuilder(source, issue)
  for (const block of readBlocks(source, body)) builder.add(block)
  builder.finish()
  issue.setAside.push(...findLostText(fragmentsOf(source, nodes), issue))
  const isNamed = issue.number !== null || issue.date !== null || front.fields.has('title')
  const items = issue.sections.reduce((sum, section) => sum + section.items.length, 0)
  if (!isNamed || items === 0) {
    throw new NoIssueFound(
      items === 0
        ? 'There is no issue in it: no linked heading, list of links or section. See docs/import.md for the form.'
        : 'There is no issue in it: nothing says its number or date. Give it front matter with both.',
    )
  }
  return issue
}

/** Cuts a text at the headings that name an issue, where there are several. */
function cutIssues(nodes: Nodes[]): Nodes[][] {
  const heads = nodes.flatMap((node, index) => (namesIssue(node) ? [index] : []))
  if (heads.length < 2) return [nodes]
  return heads.map((from, index) => nodes.slice(index === 0 ? 0 : from, heads[index + 1]))
}

/**
 * Reads the issues in a Markdown text; `file` names it for the reports. Throws an ImportProblem when the front matter
 * can't be read, or there is no issue in it.
 */
export function parseMarkdown(text: string, file: string): ParsedIssue[] {
  refuseDeepNesting(text)
  const front = readFrontMatter(text)
  const source = readMarkdown(front.body, isExact(front))
  return cutIssues(source.children).map((nodes) => parseOne(source, file, front, nodes))
}
