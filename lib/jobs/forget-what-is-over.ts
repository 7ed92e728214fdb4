import { forgetOldAccess } from '@/lib/accounts/commands/forget-old-access'
import { forgetOldReceipts } from '@/lib/receipts/forget-old-receipts'

/** Forgets what nobody will ask for again: of access, and of commands carried out. */
export async function forgetWhatIsOver(): Promise<void> {
  await forgetOldAccess()
  await forgetOldReceipts()
}
