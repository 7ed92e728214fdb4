import { open } from 'node:fs/promises'
import { ImportProblem, NoIssueFound } from '@/lib/transfer/import-problem'
import { parseMarkdown } from '@/lib/transfer/markdown/parse-markdown'
import { parsePlain } from '@/lib/transfer/plain/parse-plain'
import type { ImportReport } from '@/lib/transfer/report'
import type { ImportFormat, ParsedIssue } from '@/lib/transfer/schema'
import { decodeText } from './decode-text'
import { limits } from './limits'
import { type FoundFile, listFiles } from './list-files'

export type ReadIssue = { issue: ParsedIssue; format: ImportFormat }

/** Plain text has no front matter and no headings. */
function formatOf(path: string, text: string): ImportFormat {
  if (!/\.txt$/i.test(path)) return 'markdown'
  return /^---[ \t]*\n|^(?:title|date):/i.test(text) || /^#{1,6} \S/m.test(text) ? 'markdown' : 'plain'
}

function capOf(path: string, format: ImportFormat | null): number {
  const isPlain = format === 'plain' || (format === null && /\.txt$/i.test(path))
  return isPlain ? limits.plainBytes : limits.markdownBytes
}

function sizeInWords(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.ceil(bytes / 1024)} KB`
    : `${Math.ceil((bytes / 1024 / 1024) * 10) / 10} MB`
}

/** Reads a file of at most `cap` bytes; a larger one is refused by its size, before it is read. */
async function readBytes(path: string, cap: number): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    if (size > cap) {
      throw new ImportProblem(
        `It has ${sizeInWords(size)}; ${sizeInWords(cap)} is the most. Split it or leave it out.`,
      )
    }
    return await file.readFile()
  } finally {
    await file.close()
  }
}

function parse(text: string, path: string, format: ImportFormat): ParsedIssue[] {
  try {
    return format === 'plain' ? parsePlain(text, path) : parseMarkdown(text, path)
  } catch (error) {
    if (error instanceof RangeError)
      throw new ImportProblem('It is nested too deeply to be read. Leave it out.')
    throw error
  }
}

function readProblem(error: unknown): { message: string; line: number | null } {
  if (error instanceof ImportProblem) return { message: error.message, line: error.line }
  if (error instanceof Error && 'code' in error)
    return { message: `It can’t be read (${error.code}).`, line: null }
  throw error
}

async function readFile(
  found: FoundFile,
  format: ImportFormat | null,
): Promise<{ size: number; issues: ReadIssue[] }> {
  const bytes = await readBytes(found.path, capOf(found.path, format))
  const text = decodeText(bytes)
  const known = format ?? formatOf(found.path, text)
  return {
    size: bytes.length,
    issues: parse(text, found.path, known).map((issue) => ({ issue, format: known })),
  }
}

/**
 * Reads every issue under some paths, file by file, so that only what was found in them stays in memory. Problems and
 * what was passed over go into the report; nothing is written.
 * @param format how to read them, or null to tell by name and text
 */
export async function readIssues(
  paths: string[],
  format: ImportFormat | null,
  report: ImportReport,
): Promise<ReadIssue[]> {
  const read: ReadIssue[] = []
  let size = 0
  for (const found of await listFiles(paths, report)) {
    try {
      const file = await readFile(found, format)
      read.push(...file.issues)
      size += file.size
    } catch (error) {
      const problem = readProblem(error)
      if (error instanceof NoIssueFound && !found.named)
        report.skipped.push({ file: found.path, why: problem.message })
      else report.problems.push({ file: found.path, ...problem })
    }
    if (size > limits.runBytes) {
      const message = `More than ${sizeInWords(limits.runBytes)} in one run. Import the archive in several runs.`
      report.problems.push({ file: found.path, line: null, message })
      break
    }
  }
  if (read.length === 0 && report.problems.length === 0) {
    const message =
      'None of its files is an issue; each is listed with the reason. See docs/import.md for the form.'
    report.problems.push({ file: paths.join(', '), line: null, message })
  }
  return read
}
