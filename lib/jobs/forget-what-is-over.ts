import { forgetOldAccess } from '@/lib/accounts/commands/forget-old-access'
import { forgetOldPages } from '@/lib/pages/commands/forget-old-pages'
import { forgetOldReceipts } from '@/lib/receipts/forget-old-receipts'
import { forgetOldLinks } from '@/lib/sponsors/commands/forget-old-links'

/** Forgets what nobody will ask for again: of access, of commands carried out, of pages, and sponsors' links that lapsed. */
export async function forgetWhatIsOver(): Promise<void> {
  await forgetOldAccess()
  await forgetOldReceipts()
  await forgetOldPages()
  await forgetOldLinks()
}
