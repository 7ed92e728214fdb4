import { type ImportReport, type IssueResult, type Outcome, outcomes } from './report'

function countItems({ issue }: IssueResult) {
  const items = issue.sections.flatMap((section) => section.items)
  const ofKind = (kind: string) => items.filter((item) => item.kind === kind).length
  return {
    sections: issue.sections.length,
    items: items.length,
    links: ofKind('link'),
    quotes: ofKind('quote'),
    notes: ofKind('note'),
    sponsors: issue.sponsors.length,
    unsure: issue.unsure.length,
    setAside: issue.setAside.length,
  }
}

function addUp(results: IssueResult[]) {
  const sum = { sections: 0, items: 0, links: 0, quotes: 0, notes: 0, sponsors: 0, unsure: 0, setAside: 0 }
  for (const counts of results.map(countItems)) {
    for (const name of Object.keys(sum) as (keyof typeof sum)[]) sum[name] += counts[name]
  }
  return sum
}

function countOutcomes(results: IssueResult[]): Record<Outcome, number> {
  const none: Record<Outcome, number> = { created: 0, unchanged: 0, differing: 0, overwritten: 0 }
  for (const outcome of outcomes)
    none[outcome] = results.filter((result) => result.outcome === outcome).length
  return none
}

/**
 * The report for scripts; docs/import.md describes it, and fields are added, never renamed. `written` is true when the
 * run changed something.
 */
export function reportAsJson(report: ImportReport, dryRun: boolean) {
  const { results, skipped, problems } = report
  const byOutcome = countOutcomes(results)
  const written = !dryRun && problems.length === 0 && byOutcome.created + byOutcome.overwritten > 0
  const issues = results.map((result) => {
    const { file, line, number, title, date, setAside, unsure } = result.issue
    const { format, slug, outcome, differences } = result
    const counts = countItems(result)
    return { file, line, format, number, title, slug, date, outcome, counts, differences, unsure, setAside }
  })
  const totals = { issues: results.length, ...byOutcome, ...addUp(results) }
  const counts = { ...totals, skipped: skipped.length, problems: problems.length }
  return { dryRun, written, counts, issues, skipped, problems }
}
