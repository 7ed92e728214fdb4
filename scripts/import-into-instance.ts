import { systemActor } from '@/lib/accounts/schema'
import { type ImportOptions, importIssues } from '@/lib/transfer/commands/import-issues'
import type { ReadIssue } from '@/lib/transfer/files/read-issues'
import type { ImportReport } from '@/lib/transfer/report'
import { seedInstance } from '@/prisma/seed'
import { withInstance } from '@/server/instance/open-instance'

/** Opens the installation and imports what was read; a database with nothing in it is first made what a start makes it. */
export function importIntoInstance(
  read: ReadIssue[],
  options: ImportOptions,
  report: ImportReport,
): Promise<void> {
  return withInstance(async () => {
    await seedInstance()
    await importIssues(systemActor('import'), read, options, report)
  })
}
