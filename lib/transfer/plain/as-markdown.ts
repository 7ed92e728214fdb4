/** What a line must not begin with, lest Markdown read it as something else. */
const lineStart = /^(#{1,6}(?:\s|$)|>|[-+=]+\s*$|[-+]\s|\|)/
const numbered = /^(\d{1,9})([.)])(?=\s)/
const definition = /^\[(?=[^\]]+\]:)/

function escapeLine(line: string): string {
  return line
    .trim()
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
    .replace(/([*`~])/g, '\\$1')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/<(?=[A-Za-z!/?])/g, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/\](?=[([])/g, '\\]')
    .replace(lineStart, '\\$1')
    .replace(numbered, '$1\\$2')
    .replace(definition, '\\[')
}

/**
 * A paragraph of plain text as Markdown that reads the same: what Markdown would take for a mark is escaped, and
 * nothing else; lines that stood apart stay apart by hard breaks.
 */
export function asMarkdown(text: string): string {
  return text.split('\n').map(escapeLine).join('  \n')
}
