/** A change of a text: what stands between `from` and `to` gives way to `insert`, then `select` is selected. */
export type TextEdit = { from: number; to: number; insert: string; select: [number, number] }

/** Puts a mark around the selection, or takes it away where it is there already. */
export function toggleMark(text: string, from: number, to: number, mark: string): TextEdit {
  const chosen = text.slice(from, to)
  const size = mark.length
  const doubled = mark === '*' && text.slice(from - 2, from) === '**' && text.slice(to, to + 2) === '**'
  const around = text.slice(from - size, from) === mark && text.slice(to, to + size) === mark
  if (around && (!doubled || text.slice(from - 3, from) === '***'))
    return { from: from - size, to: to + size, insert: chosen, select: [from - size, to - size] }
  // Markdown wants a mark right at the word: spaces stay outside.
  const start = chosen.length - chosen.trimStart().length
  const end = chosen.length - chosen.trimEnd().length
  const inner = chosen.trim()
  const insert = `${chosen.slice(0, start)}${mark}${inner}${mark}${end > 0 ? chosen.slice(-end) : ''}`
  const at = from + (inner ? start : 0) + size
  return { from, to, insert, select: [at, at + inner.length] }
}

/** Makes the selection a link. Without an address, the place for it is selected; a selected address is one. */
export function makeLink(text: string, from: number, to: number, address = ''): TextEdit {
  const chosen = text.slice(from, to)
  const url = address || (isAddress(chosen) ? chosen.trim() : '')
  const label = url === chosen.trim() && !address ? '' : chosen
  const insert = `[${label.replace(/[[\]]/g, '\\$&')}](${writeAddress(url)})`
  const end = from + insert.length
  if (!label) return { from, to, insert, select: [from + 1, from + 1] }
  if (!url) return { from, to, insert, select: [end - 1, end - 1] }
  return { from, to, insert, select: [end, end] }
}

/** Whether a text is one web or mail address and nothing else. */
export function isAddress(text: string): boolean {
  return /^(https?:\/\/|mailto:)\S+$/i.test(text.trim())
}

/** An address as it may stand between the brackets of a Markdown link. */
function writeAddress(url: string): string {
  return /[()<>\s]/.test(url) ? `<${url.replace(/[<>]/g, encodeURIComponent)}>` : url
}

/** What Enter does inside a list or a quote: goes on with its mark, or ends it where the line is empty. */
export function continueLine(text: string, at: number): TextEdit | null {
  const start = text.lastIndexOf('\n', at - 1) + 1
  const line = text.slice(start, at)
  const mark = /^(\s*(?:[-*+]|\d+[.)]|>)\s+)(.*)$/.exec(line)
  if (!mark?.[1]) return null
  if (mark[2]?.trim() === '') return { from: start, to: at, insert: '', select: [start, start] }
  const next = mark[1].replace(/\d+/, (number) => String(Number(number) + 1))
  const end = at + 1 + next.length
  return { from: at, to: at, insert: `\n${next}`, select: [end, end] }
}
