import type { Tx } from '@/lib/db/db'
import { choosableCodes } from '@/lib/preflight/schema'
import { type Settings, sectionTemplateSchema, snippetSchema, storefrontFactSchema } from './schema'

const select = {
  version: true,
  name: true,
  tagline: true,
  lang: true,
  dir: true,
  zone: true,
  cadence: true,
  weekday: true,
  sendTime: true,
  titleTemplate: true,
  slugTemplate: true,
  subjectTemplate: true,
  sectionTemplates: true,
  sponsorLine: true,
  countsClicks: true,
  keepsExclusive: true,
  keepsWaitlist: true,
  footer: true,
  employerNames: true,
  sponsorNames: true,
  exemptHosts: true,
  blockingFindings: true,
  accentLight: true,
  accentDark: true,
  suggestionsOpen: true,
  storefrontOpen: true,
  storefrontText: true,
  storefrontFacts: true,
  snippets: true,
  suggestsTopics: true,
  holdDays: true,
} as const

export type VersionedSettings = { version: number; settings: Settings }

/** The settings and their version at one moment, or null before there is a publication. Asks no policy: for queries and commands that did. */
export async function readSettingsIn(tx: Tx): Promise<VersionedSettings | null> {
  const row = await tx.publication.findUnique({ where: { id: 1 }, select })
  if (!row) return null
  const { version, ...rest } = row
  const dir = row.dir === 'rtl' ? 'rtl' : 'ltr'
  const sectionTemplates = sectionTemplateSchema.array().parse(row.sectionTemplates)
  const blockingFindings = choosableCodes.filter((code) => row.blockingFindings.includes(code))
  const storefrontFacts = storefrontFactSchema.array().parse(row.storefrontFacts)
  const snippets = snippetSchema.array().parse(row.snippets)
  const lists = { sectionTemplates, blockingFindings, storefrontFacts, snippets }
  return { version, settings: { ...rest, dir, ...lists } }
}
