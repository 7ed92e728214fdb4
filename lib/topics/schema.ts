import { z } from 'zod'

/** What of an item topics are suggested by; all of it as typed so far. */
export const topicQuestionSchema = z.object({
  url: z.string().max(4_096).catch('').default(''),
  headline: z.string().max(4_096).catch('').default(''),
  byline: z.string().max(4_096).catch('').default(''),
})
export type TopicQuestion = z.infer<typeof topicQuestionSchema>
