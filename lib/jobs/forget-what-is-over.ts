import { forgetOldAccess } from '@/lib/accounts/commands/forget-old-access'
import { forgetOldMoves } from '@/lib/captures/commands/forget-old-moves'
import { forgetOldEntries, forgetOldSeen } from '@/lib/feeds/commands/forget-old-entries'
import { thinPast } from '@/lib/history/commands/thin-past'
import { forgetOldPages } from '@/lib/pages/commands/forget-old-pages'
import { forgetOldReceipts } from '@/lib/receipts/forget-old-receipts'
import { forgetOldLinks } from '@/lib/sponsors/commands/forget-old-links'
import { forgetOldSuggestions } from '@/lib/suggestions/commands/forget-old-suggestions'

/** Forgets what nobody will ask for again: of access, commands, pages, captures, feeds, suggestions, and links that lapsed. */
export async function forgetWhatIsOver(): Promise<void> {
  await forgetOldAccess()
  await forgetOldReceipts()
  await forgetOldPages()
  await forgetOldLinks()
  await forgetOldMoves()
  await forgetOldEntries()
  await forgetOldSeen()
  await forgetOldSuggestions()
  await thinPast()
}
