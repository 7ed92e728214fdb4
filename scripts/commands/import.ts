import { parseArgs } from 'node:util'
import { readIssues } from '@/lib/transfer/files/read-issues'
import { emptyReport, type ImportReport } from '@/lib/transfer/report'
import { reportAsJson } from '@/lib/transfer/report-json'
import { problemLine, reportAsText } from '@/lib/transfer/report-text'
import { type ImportFormat, importFormats } from '@/lib/transfer/schema'

const usage = `Usage: npm run import -- PATH... [--format ${importFormats.join('|')}] [--dry-run] [--json] [--overwrite]`

/** Exit codes: 0 done, 1 refused and nothing written, 2 not called as the usage says. */
const exitCodes = { done: 0, refused: 1, usage: 2 }

type Options = {
  paths: string[]
  format: ImportFormat | null
  dryRun: boolean
  json: boolean
  overwrite: boolean
}

function isFormat(value: string): value is ImportFormat {
  return (importFormats as readonly string[]).includes(value)
}

/** The options, or what is wrong with them. */
function readOptions(args: string[]): Options | string {
  const flag = { type: 'boolean', default: false } as const
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { format: { type: 'string' }, 'dry-run': flag, json: flag, overwrite: flag },
    })
    const format = values.format ?? null
    if (positionals.length === 0) return 'Name the files or folders to import.'
    if (format !== null && !isFormat(format)) return `There is no format “${format}”.`
    const { json, overwrite, 'dry-run': dryRun } = values
    return { paths: positionals, format, dryRun, json, overwrite }
  } catch (error) {
    return error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error)
  }
}

function print(report: ImportReport, { json, dryRun }: Options) {
  for (const problem of report.problems) process.stderr.write(`${problemLine(problem)}\n`)
  if (report.problems.length > 0) process.stderr.write('Nothing was imported.\n')
  const lines = json ? [JSON.stringify(reportAsJson(report, dryRun), null, 2)] : reportAsText(report, dryRun)
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`)
}

/**
 * `npm run import`: everything is read first; if anything of it can't be imported, nothing is, and the database isn't
 * even opened. @returns the exit code
 */
export async function run(args: string[]): Promise<number> {
  const options = readOptions(args)
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n${usage}\n`)
    return exitCodes.usage
  }
  const report = emptyReport()
  const read = await readIssues(options.paths, options.format, report)
  if (report.problems.length === 0) {
    // Loaded only now, so that what can't be imported is refused at once.
    const { importIntoInstance } = await import('@/scripts/import-into-instance')
    await importIntoInstance(read, options, report)
  }
  print(report, options)
  return report.problems.length === 0 ? exitCodes.done : exitCodes.refused
}
