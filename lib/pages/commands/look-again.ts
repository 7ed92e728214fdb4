import type { z } from 'zod'
import { authorize } from '@/lib/accounts/authorize'
import type { Actor } from '@/lib/accounts/schema'
import { addressProblem } from '@/lib/address/rules'
import { recordAudit } from '@/lib/audit/audit'
import { AppError } from '@/lib/errors/app-error'
import { canAskForPages } from '@/lib/pages/policy'
import type { lookAgainSchema } from '@/lib/pages/schema'
import { runCommand } from '@/lib/receipts/run-command'
import { askForPages } from './ask-for-page'

/** Has a page read once more, though it was lately. @throws AppError `forbidden`; `invalid` at `address` */
export async function lookAgain(
  actor: Actor,
  input: z.infer<typeof lookAgainSchema>,
): Promise<{ asked: true }> {
  authorize(canAskForPages(actor))
  const problem = addressProblem(input.address)
  if (problem) throw new AppError('invalid', problem, { fields: { address: problem } })
  return runCommand(actor, { id: input.commandId, name: 'look-again' }, async (tx) => {
    await askForPages(tx, [input.address], { again: true })
    const { host } = new URL(input.address.trim())
    await recordAudit(tx, actor, { action: 'look-again', subject: 'page', subjectId: host })
    return { asked: true }
  })
}
