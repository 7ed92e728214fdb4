import { systemActor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { type ImportOptions, importIssues } from '@/lib/transfer/commands/import-issues'
import type { ReadIssue } from '@/lib/transfer/files/read-issues'
import { guessSettings } from '@/lib/transfer/guess-settings'
import type { ImportReport } from '@/lib/transfer/report'
import { beginWithSettings } from '@/prisma/seed'
import { withInstance } from '@/server/instance/open-instance'

/**
 * Opens the installation and imports what was read. A database with nothing in it gets a publication as the archive
 * tells it, and has nothing again when nothing was imported.
 */
export function importIntoInstance(
  read: ReadIssue[],
  options: ImportOptions,
  report: ImportReport,
): Promise<void> {
  return withInstance(async () => {
    const begun = await beginWithSettings(guessSettings(read.map(({ issue }) => issue)))
    try {
      await importIssues(systemActor('import'), read, options, report)
    } finally {
      if (begun && (await db().issue.count()) === 0) await leaveEmpty()
    }
  })
}

async function leaveEmpty(): Promise<void> {
  await db().user.deleteMany({ where: { isDemo: true } })
  await db().publication.deleteMany({})
}
