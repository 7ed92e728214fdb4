import { z } from 'zod'
import { hostProblem, hostTyped } from '@/lib/address/rules'
import { isLanguageTag } from '@/lib/document/rules'
import { directionSchema, layoutSchema } from '@/lib/document/schema'
import { choosableCodes } from '@/lib/preflight/schema'
import { given } from '@/lib/versions/rules'
import { isTimeZone, templateProblem } from './rules'

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
  /** Whether `/sponsor-us` is there. */
  storefrontOpen: z.boolean(),
  /** Whether `/suggest` is. */
  suggestionsOpen: z.boolean(),
})
export type PublicationView = z.infer<typeof publicationViewSchema>

export const sectionTemplateSchema = z.strictObject({
  /** Null for a section that stands without a heading. */
  title: z
    .string()
    .max(120, 'A section’s title has at most 120 characters.')
    .transform((text) => text.replace(/\s+/g, ' ').trim() || null)
    .nullable(),
  layout: layoutSchema,
  /** Whether each new issue begins with it; else it is there to be added. */
  starts: z.boolean().default(true),
})
export type SectionTemplate = z.infer<typeof sectionTemplateSchema>

/** What each template may name. */
export const titleVariables = ['publication', 'number', 'date'] as const
export const slugVariables = [...titleVariables, 'title'] as const
export const subjectVariables = slugVariables
const sponsorLineVariables = ['name'] as const

const FOOTER_BYTES = 64 * 1024
const MAX_SECTIONS = 30
const MAX_FACTS = 12
const MAX_NAMES = 100

/** One line, trimmed; the breaks of a pasted one become spaces. */
const line = (max: number, what: string) =>
  z
    .string()
    .max(max, `${what} has at most ${max} characters.`)
    .transform((text) => text.replace(/\s+/g, ' ').trim())

const template = (variables: readonly string[]) =>
  line(200, 'A template').check((context) => {
    const message = templateProblem(context.value, variables)
    if (message) context.issues.push({ code: 'custom', message, input: context.value })
  })

const names = z
  .array(line(300, 'A name').pipe(z.string().min(1, 'A name can’t be empty.')))
  .max(MAX_NAMES, `At most ${MAX_NAMES} names.`)
  .transform((list) => [...new Set(list)])

const hosts = z
  .array(
    z
      .string()
      .check((context) => {
        const message = hostProblem(context.value)
        if (message) context.issues.push({ code: 'custom', message, input: context.value })
      })
      .transform((text) => hostTyped(text) ?? text),
  )
  .max(MAX_NAMES, `At most ${MAX_NAMES} hosts.`)
  .transform((list) => [...new Set(list)])

const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, 'A colour is # and six digits or letters a–f, such as #9a3412.')
  .transform((text) => text.toLowerCase())
  .nullable()

/** A figure that the curator shows to sponsors, e.g. `Subscribers` and `4,200`; plain text. */
export const storefrontFactSchema = z.strictObject({
  label: line(60, 'What a figure counts').pipe(z.string().min(1, 'Say what the figure counts.')),
  value: line(60, 'A figure').pipe(z.string().min(1, 'A figure can’t be empty.')),
})
export type StorefrontFact = z.infer<typeof storefrontFactSchema>

const SNIPPET_BYTES = 16 * 1024
const MAX_SNIPPETS = 100

/** A text that is written again and again, and put into a blurb by its name. `text`: Markdown. */
export const snippetSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'A snippet needs a name.')
    .max(40, 'A snippet’s name has at most 40 characters.')
    .regex(/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u, 'A snippet’s name is letters, digits and single hyphens.'),
  text: z
    .string()
    .min(1, 'A snippet can’t be empty.')
    .refine((text) => new TextEncoder().encode(text).length <= SNIPPET_BYTES, 'Keep a snippet under 16 KB.')
    .refine((text) => !text.includes('\u0000'), 'The snippet holds a character that can’t be stored.'),
})
export type Snippet = z.infer<typeof snippetSchema>

const snippets = z
  .array(snippetSchema)
  .max(MAX_SNIPPETS, `At most ${MAX_SNIPPETS} snippets.`)
  .refine(
    (all) => new Set(all.map(({ name }) => name.toLowerCase())).size === all.length,
    'Two snippets have the same name.',
  )

/** Everything that the settings hold. */
export const settingsSchema = z.strictObject({
  name: line(120, 'The name').pipe(z.string().min(1, 'The publication needs a name.')),
  tagline: line(200, 'The tagline'),
  lang: z
    .string()
    .trim()
    .refine(isLanguageTag, 'A language is a tag such as en, pt-BR or ar.')
    .transform((tag) => Intl.getCanonicalLocales(tag)[0] ?? tag),
  dir: directionSchema,
  zone: z.string().refine(isTimeZone, 'There is no such time zone. Choose one such as America/New_York.'),
  cadence: z.enum(cadences),
  weekday: z.int().min(1, 'Choose a day.').max(7, 'Choose a day.'),
  sendTime: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'A time is hours and minutes, such as 20:00.'),
  titleTemplate: template(titleVariables),
  slugTemplate: template(slugVariables),
  subjectTemplate: template(subjectVariables),
  sectionTemplates: z.array(sectionTemplateSchema).max(MAX_SECTIONS, `At most ${MAX_SECTIONS} sections.`),
  sponsorLine: template(sponsorLineVariables).refine(
    (text) => text.includes('{name}'),
    'Say where the sponsor’s name goes, with {name}.',
  ),
  /** Whether sponsors' links go by way of `/go/ID`, which counts; else they are plain, in issues that are out too. */
  countsClicks: z.boolean(),
  /** Whether competitors in one issue, and one company in neighbouring issues, are refused. */
  keepsExclusive: z.boolean(),
  /** Whether companies can wait for a place that is taken. */
  keepsWaitlist: z.boolean(),
  /** Markdown. */
  footer: z
    .string()
    .refine((text) => new TextEncoder().encode(text).length <= FOOTER_BYTES, 'Keep the footer under 64 KB.')
    .refine((text) => !text.includes('\u0000'), 'The footer holds a character that can’t be stored.'),
  snippets,
  /** Whether topics that similar items had are offered for new ones. */
  suggestsTopics: z.boolean(),
  /** `Name`, or `Name: what to disclose`. */
  employerNames: names,
  sponsorNames: names,
  /** Whose links are repeated on purpose, and those of hosts below them; `status.example.org` and the like are anyway. */
  exemptHosts: hosts,
  /** Findings that stop publishing besides those that always do. */
  blockingFindings: z.array(z.enum(choosableCodes)).transform((codes) => [...new Set(codes)].sort()),
  accentLight: colour,
  accentDark: colour,
  suggestionsOpen: z.boolean(),
  storefrontOpen: z.boolean(),
  /** Markdown. */
  storefrontText: z.string().max(20_000, 'The text for sponsors has at most 20,000 characters.'),
  storefrontFacts: z.array(storefrontFactSchema).max(MAX_FACTS, `At most ${MAX_FACTS} figures.`),
  holdDays: z.int('Give whole days.').min(1, 'At least a day.').max(90, 'At most 90 days.'),
})
export type Settings = z.infer<typeof settingsSchema>

export const saveSettingsSchema = z.strictObject({
  commandId: z.uuid(),
  version: z.int().nonnegative(),
  fields: settingsSchema.partial().transform(given<Settings>),
})

/** A section of an issue that is to be at hand in others. */
export const saveSectionTemplateSchema = z.strictObject({
  commandId: z.uuid(),
  title: sectionTemplateSchema.shape.title,
  layout: layoutSchema,
})

/** The part of the settings that somebody who writes an issue needs. `sendTime` is a wall time such as `20:00`. */
export type DeskSettings = {
  employerNames: string[]
  sponsorNames: string[]
  blockingFindings: string[]
  sendTime: string
  sectionTemplates: SectionTemplate[]
  snippets: Snippet[]
  suggestsTopics: boolean
}
