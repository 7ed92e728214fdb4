import { z } from 'zod'
import { directionSchema, layoutSchema } from '@/lib/document/schema'

export const cadences = ['WEEKLY', 'FORTNIGHTLY', 'MONTHLY', 'IRREGULAR'] as const

/** What readers' pages and feeds need to know of the publication. */
export const publicationViewSchema = z.strictObject({
  name: z.string(),
  tagline: z.string(),
  lang: z.string(),
  dir: directionSchema,
  zone: z.string(),
  /** Markdown. */
  footer: z.string(),
  /** `#rrggbb`, or null for the house colour. */
  accentLight: z.string().nullable(),
  accentDark: z.string().nullable(),
})
export type PublicationView = z.infer<typeof publicationViewSchema>

export const sectionTemplateSchema = z.strictObject({
  title: z.string().trim().max(120).nullable(),
  layout: layoutSchema,
})
export type SectionTemplate = z.infer<typeof sectionTemplateSchema>
