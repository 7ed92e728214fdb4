import { readIssueName } from '@/lib/transfer/names'

/** A paragraph with the line it begins at; a group is what stands between wide gaps (two blank lines or more). */
export type Paragraph = { line: number; text: string }
export type Group = { paragraphs: Paragraph[] }

const named = /^(?=.{3,120}$).*(?:\bissue\b\s*#?\s*|#\s*)\d{1,5}\b(?:\W.*)?$/i

/** A name without what differs from issue to issue. */
function shapeOf(line: string): string {
  return readIssueName(line).title.replace(/\d+/g, '').toLowerCase().trim()
}

function isIssueLine(line: string): boolean {
  const text = line.trim()
  if (!named.test(text) || /[.!?:]$/.test(text) || text.split(/\s+/).length > 14) return false
  return readIssueName(text).number !== null
}

/**
 * The lines that name an issue, such as `SRE Weekly Issue #41`: each stands by itself, and all are named like the
 * first, so that a sentence about another issue doesn't cut this one.
 */
export function findIssueLines(lines: string[]): number[] {
  const found = lines.flatMap((line, index) => {
    const isAlone = !lines[index - 1]?.trim() && !lines[index + 1]?.trim()
    return isAlone && isIssueLine(line) ? [index] : []
  })
  const shape = shapeOf(lines[found[0] ?? 0] ?? '')
  return found.filter((index) => shapeOf(lines[index] ?? '') === shape)
}

/** Whether a paragraph is a row of a list, and how deep: the width of what stands before its bullet. */
export function bulletOf(line: string): { indent: number; text: string } | null {
  const found = /^(\s*)(?:[•◦▪‣*·]|[-–](?!-))\s+(.*)$/.exec(line)
  return found ? { indent: (found[1] ?? '').length, text: found[2] ?? '' } : null
}

/** Splits lines into groups of paragraphs; indentation is kept, since it tells rows from their comments. */
export function readGroups(lines: string[], firstLine: number): Group[] {
  const groups: Group[] = []
  let group: Group = { paragraphs: [] }
  let paragraph: Paragraph | null = null
  let blanks = 0
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') {
      blanks += 1
      paragraph = null
      continue
    }
    if (blanks >= 2 && group.paragraphs.length > 0) {
      groups.push(group)
      group = { paragraphs: [] }
    }
    if (paragraph && bulletOf(line) === null) paragraph.text += `\n${line.trimEnd()}`
    else {
      paragraph = { line: firstLine + index, text: line.trimEnd() }
      group.paragraphs.push(paragraph)
    }
    blanks = 0
  }
  if (group.paragraphs.length > 0) groups.push(group)
  return groups
}
