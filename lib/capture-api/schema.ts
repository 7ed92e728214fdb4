import { z } from 'zod'
import { captureTextSchema } from '@/lib/captures/schema'

const { url, title, quote, note, via } = captureTextSchema.shape

/** What a program sends to bring one link into the inbox. */
export const bringSchema = z
  .strictObject({
    url: url.meta({
      description: 'The address of the page, http or https, at most 2,048 characters; kept as it is written.',
      examples: ['https://example.org/article'],
    }),
    title: title.default('').meta({ description: 'Its title, if known; one line.' }),
    quote: quote
      .default('')
      .meta({ description: 'What of it is quoted, in Markdown, at most 64 KB in UTF-8.' }),
    selection: quote.optional().meta({ description: 'The same as `quote`, which wins where both are sent.' }),
    note: note.default('').meta({ description: 'Your own words, in Markdown, at most 64 KB in UTF-8.' }),
    via: via.default('').meta({ description: 'Whom or what to credit; one line.' }),
    commandId: z.uuid().optional().meta({
      description:
        'Made by the caller, and the same again when it repeats a call whose answer was lost: then nothing is added twice.',
    }),
  })
  .transform(({ selection, quote, ...rest }) => ({ ...rest, quote: quote || (selection ?? '') }))
export type Bring = z.output<typeof bringSchema>

export const broughtSchema = z
  .strictObject({
    id: z.uuid(),
    status: z.enum(['added', 'known']).meta({
      description:
        '`known`: this call was answered before, or the link waits in the inbox already, however its address is written, and the call said nothing more of it.',
    }),
    url: z.string(),
    inbox: z.string().meta({ description: 'Where the inbox is.' }),
  })
  .meta({ description: 'What is in the inbox now.' })
export type Brought = z.infer<typeof broughtSchema>

export const failureSchema = z
  .strictObject({
    error: z.strictObject({
      code: z.string().meta({ description: 'For programs, such as `invalid`.' }),
      message: z.string().meta({ description: 'For people: what was wrong, and what to do.' }),
      fields: z
        .record(z.string(), z.string())
        .optional()
        .meta({ description: 'A message for each field that is wrong.' }),
      detail: z.record(z.string(), z.unknown()).optional(),
      id: z.string().optional().meta({ description: 'Under which the server’s log has it.' }),
    }),
  })
  .meta({ description: 'What was wrong. Nothing was saved.' })

/** Calls by one token. */
export const bringLimit = { limit: 60, seconds: 60 } as const
