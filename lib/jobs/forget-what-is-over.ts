import { forgetOldAccess } from '@/lib/accounts/commands/forget-old-access'
import { forgetOldPages } from '@/lib/pages/commands/forget-old-pages'
import { forgetOldReceipts } from '@/lib/receipts/forget-old-receipts'

/** Forgets what nobody will ask for again: of access, of commands carried out, and of pages. */
export async function forgetWhatIsOver(): Promise<void> {
  await forgetOldAccess()
  await forgetOldReceipts()
  await forgetOldPages()
}
