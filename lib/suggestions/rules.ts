import type { FormKind } from '@/lib/forms/schema'
import { type SuggestionField, suggestionFields } from './schema'

const HOUR = 60 * 60

/** How often suggestions are taken: from one client, and of all readers together. */
export const suggestionLimits = {
  client: { limit: 5, seconds: HOUR },
  all: { limit: 60, seconds: HOUR },
} as const

/** How many may wait in the inbox and for later. */
export const MOST_WAITING = 200

export const suggestionForm: FormKind<SuggestionField> = {
  name: 'kept-suggestion-form',
  path: '/suggest',
  fields: suggestionFields,
  longest: 4000,
  limit: { limit: 200, seconds: HOUR },
}
