import { mailOverflow } from '@/lib/inbox-notice/commands/mail-overflow'
import { log } from '@/lib/log/log'

/** Tells the editors of an inbox that overflows. */
export async function watchInbox(): Promise<void> {
  if (await mailOverflow()) log().info('Told the editors that the inbox overflows')
}
