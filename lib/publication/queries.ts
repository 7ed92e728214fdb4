import type { Actor } from '@/lib/accounts/schema'
import { db, type Tx } from '@/lib/db/db'
import { notFound } from '@/lib/errors/app-error'
import { canReadSettings } from './policy'
import {
  type DeskSettings,
  type PublicationView,
  publicationViewSchema,
  sectionTemplateSchema,
  snippetSchema,
} from './schema'
import { readSettingsIn, type VersionedSettings } from './settings'

/** What a page shows before anyone has set the publication up. */
const unnamed: PublicationView = {
  name: 'Gleaner',
  tagline: '',
  lang: 'en',
  dir: 'ltr',
  zone: 'UTC',
  footer: '',
  accentLight: null,
  accentDark: null,
  storefrontOpen: false,
  suggestionsOpen: false,
}

const unset: DeskSettings = {
  employerNames: [],
  sponsorNames: [],
  blockingFindings: [],
  sendTime: '20:00',
  sectionTemplates: [],
  snippets: [],
  suggestsTopics: false,
}

/** The publication as readers' pages and feeds need to know it. */
export async function readPublication(): Promise<PublicationView> {
  const select = {
    name: true,
    tagline: true,
    lang: true,
    dir: true,
    zone: true,
    footer: true,
    accentLight: true,
    accentDark: true,
    storefrontOpen: true,
    suggestionsOpen: true,
  } as const
  const row = await db().publication.findUnique({ where: { id: 1 }, select })
  return row ? publicationViewSchema.parse(row) : unnamed
}

/** What the desk takes from the settings: whom items may concern, when issues go out (wall time, `20:00`), and sections. */
export async function readDeskSettings(): Promise<DeskSettings> {
  const select = {
    employerNames: true,
    sponsorNames: true,
    blockingFindings: true,
    sendTime: true,
    sectionTemplates: true,
    snippets: true,
    suggestsTopics: true,
  } as const
  const row = await db().publication.findUnique({ where: { id: 1 }, select })
  if (!row) return unset
  return {
    ...row,
    sectionTemplates: sectionTemplateSchema.array().parse(row.sectionTemplates),
    snippets: snippetSchema.array().parse(row.snippets),
  }
}

/** Hosts whose links are repeated on purpose, by the settings. Asks no policy: for queries that did. */
export async function readExemptHosts(tx: Tx): Promise<string[]> {
  const row = await tx.publication.findUnique({ where: { id: 1 }, select: { exemptHosts: true } })
  return row?.exemptHosts ?? []
}

/** The settings, and the version a save is made from. @throws AppError `not_found` */
export async function publicationSettings(actor: Actor): Promise<VersionedSettings> {
  const found = canReadSettings(actor) ? await readSettingsIn(db()) : null
  if (!found) throw notFound('publication')
  return found
}
