import { saveMailChoice } from '@/lib/accounts/commands/save-mail-choice'
import { saveMailChoiceSchema } from '@/lib/accounts/schema'
import { writeRoute } from '@/lib/http/write-route'

/** Says which of the studio's mails one doesn't want. */
export const PATCH = writeRoute({
  input: saveMailChoiceSchema,
  run: ({ actor, input }) => saveMailChoice(actor, input),
})
