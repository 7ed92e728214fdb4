import { noticeRestore } from '@/lib/installation/commands/notice-restore'
import { log } from '@/lib/log/log'
import { publishDue } from '@/lib/publishing/commands/publish-due'

/** Publishes the issues whose time has come, holds and warns; the rows say what is due, the clock only wakes it. */
export async function sweepSchedules(): Promise<void> {
  await noticeRestore()
  const { published, held, warned } = await publishDue()
  if (published.length + held.length + warned.length > 0)
    log().info({ published, held, warned }, 'Schedules swept')
}
