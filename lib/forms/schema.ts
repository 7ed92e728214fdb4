import { z } from 'zod'

/** A plain form, of which what couldn't be taken is kept for its writer to mend. */
export type FormKind<F extends string> = {
  /** Under which it is kept among the receipts, which are forgotten in time. */
  name: string
  /** Its page. */
  path: string
  fields: readonly F[]
  /** Of a field, in characters; what is longer is kept cut. */
  longest: number
  /** How many are kept, of all writers together. */
  limit: { limit: number; seconds: number }
}

/** What was typed, and what is wrong with it: by field, and in `form` about the whole. */
export type KeptForm<F extends string> = {
  typed: Partial<Record<F, string>>
  problems: Partial<Record<F | 'form', string>>
}

/** Of what was kept under a form's name. */
export const keptFormSchema = <F extends string>(fields: readonly F[]) =>
  z.object({
    typed: z.partialRecord(z.enum(fields), z.string()),
    problems: z.partialRecord(z.enum([...fields, 'form']), z.string()),
  })
