import { parseDocument, type Document as YamlDocument } from 'yaml'
import { ImportProblem } from '@/lib/transfer/import-problem'

/**
 * `fields`: names in lower case. `body` is the text with the front matter blanked out, so that offsets and lines stay
 * those of the file. `style` is null when there was none.
 */
export type FrontMatter = {
  style: 'yaml' | 'headers' | null
  fields: Map<string, string>
  body: string
}

const fence = /^---[ \t]*\n/
const header = /^([A-Za-z][\w-]*):[ \t]*(.*)$/
const knownHeader = /^(?:title|date|number|slug|category|author|tags|url):/i

function blank(text: string, length: number): string {
  return text.slice(0, length).replace(/[^\n]/g, ' ') + text.slice(length)
}

function asText(value: unknown): string | null {
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return value.map(asText).filter(Boolean).join(', ')
  return value === null || value === undefined ? null : JSON.stringify(value)
}

/** Aliases may stand for aliases without end; front matter that is honest has none. */
function plainValue(parsed: YamlDocument.Parsed): unknown {
  try {
    return parsed.toJS({ maxAliasCount: 20 })
  } catch {
    throw new ImportProblem('The front matter repeats itself by YAML aliases. Write its values out.', 1)
  }
}

function readYaml(text: string, end: number, length: number): FrontMatter {
  const source = text.slice(text.indexOf('\n') + 1, end)
  const parsed = parseDocument(source, { prettyErrors: false, uniqueKeys: true })
  const error = parsed.errors[0]
  if (error) {
    const line = source.slice(0, error.pos[0]).split('\n').length + 1
    throw new ImportProblem(`The front matter isn't valid YAML (${error.message}); correct it.`, line)
  }
  const value = plainValue(parsed)
  if (value !== null && (typeof value !== 'object' || Array.isArray(value))) {
    throw new ImportProblem("The front matter has no names and values; write it as 'title: …', 'date: …'.", 1)
  }
  const fields = new Map<string, string>()
  for (const [name, entry] of Object.entries(value ?? {})) {
    const known = asText(entry)
    if (known) fields.set(name.toLowerCase(), known)
  }
  return { style: 'yaml', fields, body: blank(text, length) }
}

function readHeaders(text: string): FrontMatter {
  const fields = new Map<string, string>()
  let length = 0
  for (const line of text.split('\n')) {
    const found = header.exec(line)
    if (!found?.[1]) break
    if (found[2]?.trim()) fields.set(found[1].toLowerCase(), found[2].trim())
    length += line.length + 1
  }
  return { style: 'headers', fields, body: blank(text, Math.min(length, text.length)) }
}

/**
 * Reads YAML between `---` lines, or the `Title: …` header lines that Pelican uses, from the top of a text.
 * Throws an ImportProblem for YAML that can't be read or that is never closed.
 */
export function readFrontMatter(text: string): FrontMatter {
  const first = text.slice(0, text.indexOf('\n') + 1 || text.length)
  if (fence.test(first)) {
    const close = /^(?:---|\.\.\.)[ \t]*$/m
    const rest = text.slice(first.length)
    const found = close.exec(rest)
    if (found) {
      const end = first.length + found.index
      return readYaml(text, end, end + found[0].length)
    }
    if (/^\w+:/.test(rest)) {
      throw new ImportProblem("The front matter is never closed; put a line '---' after its last field.", 1)
    }
  }
  if (knownHeader.test(first)) return readHeaders(text)
  return { style: null, fields: new Map(), body: text }
}
