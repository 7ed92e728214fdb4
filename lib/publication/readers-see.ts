import type { Settings } from './schema'

/**
 * Whether readers' pages, feeds or links show something of a setting: only then a save makes all of them anew. What a new
 * issue begins with, and what stands in published documents already, is none of it.
 */
export const readersSee: Record<keyof Settings, boolean> = {
  name: true,
  tagline: true,
  lang: true,
  dir: true,
  zone: true,
  // When the next issue is to be expected.
  cadence: true,
  weekday: true,
  countsClicks: true,
  footer: true,
  accentLight: true,
  accentDark: true,
  suggestionsOpen: true,
  storefrontOpen: true,
  storefrontText: true,
  storefrontFacts: true,
  holdDays: true,
  keepsWaitlist: true,
  sendTime: false,
  titleTemplate: false,
  slugTemplate: false,
  subjectTemplate: false,
  sectionTemplates: false,
  sponsorLine: false,
  keepsExclusive: false,
  snippets: false,
  suggestsTopics: false,
  employerNames: false,
  sponsorNames: false,
  exemptHosts: false,
  blockingFindings: false,
}
