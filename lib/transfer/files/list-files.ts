import { lstat, opendir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type ImportReport, notText } from '@/lib/transfer/report'
import { limits } from './limits'

/** `named`: the person named the file itself, rather than a folder it is in. */
export type FoundFile = { path: string; named: boolean }

const importable = /\.(?:md|markdown|mdown|mkd|txt)$/i

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT') return 'There is nothing at this path. Check its spelling.'
  if (code === 'EACCES' || code === 'EPERM')
    return 'It may not be read. Change its permissions, or run as its owner.'
  if (code === 'ELOOP') return 'It is a link that leads to itself. Leave it out.'
  return `It can’t be read (${String(code ?? error)}).`
}

class Walk {
  readonly files: FoundFile[] = []
  private readonly seen = new Set<string>()

  constructor(private readonly report: ImportReport) {}

  async visit(path: string, named: boolean, depth: number): Promise<void> {
    try {
      const real = await realpath(path)
      if (this.seen.has(real)) return
      const found = await stat(path)
      if (found.isDirectory()) {
        this.seen.add(real)
        await this.visitFolder(path, depth)
      } else if (!found.isFile()) this.refuse(path, named, 'It is neither a file nor a folder. Leave it out.')
      else if (named || importable.test(path)) {
        this.seen.add(real)
        if (this.files.length < limits.files) this.files.push({ path, named })
        else if (this.files.length === limits.files) this.tooMany(path)
      } else this.report.skipped.push({ file: path, why: notText })
    } catch (error) {
      const isLink = !named && (await lstat(path).catch(() => null))?.isSymbolicLink()
      this.refuse(path, named || !isLink, reasonOf(error))
    }
  }

  private async visitFolder(path: string, depth: number): Promise<void> {
    if (depth > limits.depth) {
      this.refuse(
        path,
        true,
        `It is more than ${limits.depth} folders deep. Import a folder nearer to the files.`,
      )
      return
    }
    const names: string[] = []
    for await (const entry of await opendir(path)) {
      if (!entry.name.startsWith('.') && entry.name !== 'node_modules') names.push(entry.name)
    }
    names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    for (const name of names) await this.visit(join(path, name), false, depth + 1)
  }

  private refuse(file: string, isProblem: boolean, message: string) {
    if (isProblem) this.report.problems.push({ file, line: null, message })
    else this.report.skipped.push({ file, why: message })
  }

  private tooMany(path: string) {
    this.files.push({ path, named: false })
    this.refuse(path, true, `There are more than ${limits.files} files. Import them in several runs.`)
  }
}

/**
 * The files to import under some paths, in order of their names, numbers as numbers; each once, however many links
 * lead to it. What can't be read is a problem of the run, what isn't Markdown or text is passed over.
 */
export async function listFiles(paths: string[], report: ImportReport): Promise<FoundFile[]> {
  const walk = new Walk(report)
  for (const path of paths) {
    const before = walk.files.length + report.problems.length
    await walk.visit(path, true, 0)
    if (walk.files.length + report.problems.length === before) {
      const message = 'There is nothing to import in it: no .md, .markdown or .txt file. Name another folder.'
      report.problems.push({ file: path, line: null, message })
    }
  }
  return walk.files
}
