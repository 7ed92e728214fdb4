import { z } from 'zod'

/**
 * One message, ready to go. `id` names it for good: in its Message-ID, in the log, in the outbox, and so that a
 * retry sends nothing twice. HTML and text say the same; the text is written, not scraped from the HTML.
 */
export const mailSchema = z.strictObject({
  id: z.uuid(),
  to: z.email(),
  subject: z
    .string()
    .min(1)
    .max(500)
    .regex(/^[^\r\n]*$/, 'A subject is one line.'),
  html: z.string().min(1),
  text: z.string().min(1),
})
export type Mail = z.infer<typeof mailSchema>

/** Where mail goes: through `smtpUrl`, or without one into files in `directory`. `origin` is that of APP_URL. */
export type MailSettings = { smtpUrl?: string | undefined; from: string; directory: string; origin: string }
