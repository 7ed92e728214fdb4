import type { FormKind } from '@/lib/forms/schema'
import { BLURB_BYTES } from '@/lib/issues/schema'
import { type SendSuggestion, type SuggestionField, suggestionFields } from './schema'

const HOUR = 60 * 60

/**
 * How often suggestions are taken: from one client, from one network, and from all whose address a proxy hides. Those
 * of other networks are never counted together: whoever has many addresses would shut out everybody.
 */
export const suggestionLimits = {
  client: { limit: 5, seconds: HOUR },
  network: { limit: 30, seconds: 24 * HOUR },
  hidden: { limit: 60, seconds: HOUR },
} as const

/** How many may wait in the inbox and for later. */
export const MOST_WAITING = 200

type Sent = Pick<SendSuggestion, 'title' | 'reason' | 'name'>
type Known = { title: string; note: string; via: string }

/**
 * What another reader's suggestion of a link that waits already adds to it: their words below the note, and what was
 * empty. Words that stand there already, or for which a note has no room left, are not added.
 */
export function addedTo(known: Known, { title, reason, name }: Sent): Partial<Known> {
  const who = name || 'Another reader'
  const words = reason ? `${who} suggests it too: ${reason}` : name ? `${who} suggests it too.` : ''
  const note = known.note ? `${known.note}\n\n${words}` : words
  const isNew = words !== '' && !known.note.includes(words)
  return {
    ...(title && !known.title ? { title } : {}),
    ...(name && !known.via ? { via: name } : {}),
    ...(isNew && new TextEncoder().encode(note).length <= BLURB_BYTES ? { note } : {}),
  }
}

export const suggestionForm: FormKind<SuggestionField> = {
  name: 'kept-suggestion-form',
  path: '/suggest',
  fields: suggestionFields,
  longest: 4000,
  limit: { limit: 200, seconds: HOUR },
}
