import { log } from '@/lib/log/log'
import { mailDigest } from '@/lib/sponsors/commands/mail-digest'
import { remindContacts } from '@/lib/sponsors/commands/remind-contacts'

/** Reminds contacts of copy that is due, and the editors of all that is; the rows say what was done already. */
export async function remindOfSlots(): Promise<void> {
  const reminded = await remindContacts()
  const digest = await mailDigest()
  if (reminded.length > 0 || digest) log().info({ reminded, digest }, 'Reminded of sponsors’ slots')
}
