import { log } from '@/lib/log/log'
import { takeSnapshots } from '@/lib/reports/commands/take-snapshots'

/** Keeps what reports say when it is due. Run twice, or days late, it keeps the same. */
export async function takeReportSnapshots(): Promise<void> {
  const taken = await takeSnapshots()
  if (taken > 0) log().info({ taken }, 'Reports kept')
}
