import { writeRoute } from '@/lib/http/write-route'
import { saveTerms } from '@/lib/sponsors/commands/save-terms'
import { saveTermsSchema } from '@/lib/sponsors/schema'

/** Saves what was agreed about money. */
export const PATCH = writeRoute({
  input: saveTermsSchema,
  run: ({ actor, input, params }) => saveTerms(actor, { ...input, id: params.slotId ?? '' }),
})
