import { z } from 'zod'
import { captureTextSchema } from '@/lib/captures/schema'

const line = (max: number, what: string) =>
  z
    .string()
    .max(max, `${what} has at most ${max} characters.`)
    .transform((text) => text.replace(/\s+/g, ' ').trim())

/** What a reader sends in. `reference` is in the form for robots alone: people don't see it, and leave it empty. */
export const sendSuggestionSchema = z.strictObject({
  url: captureTextSchema.shape.url,
  title: line(300, 'The title').default(''),
  reason: z
    .string()
    .max(1000, 'Keep it to 1,000 characters.')
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .default(''),
  name: line(120, 'Your name').default(''),
  reference: z.string().max(1000).default(''),
})
export type SendSuggestion = z.output<typeof sendSuggestionSchema>

/** Fields of the form, in its order. */
export const suggestionFields = ['url', 'title', 'reason', 'name'] as const
export type SuggestionField = (typeof suggestionFields)[number]

/** What its sender may know of a suggestion: nothing of the inbox, and nothing before readers have it. */
export type SuggestionView = {
  /** As it was sent. */
  url: string
  sentAt: Date
  outcome: 'waits' | 'taken' | 'passed'
  /** Where readers find it; null unless it was taken. */
  issue: { title: string; slug: string; itemId: string } | null
}
