import type { ParsedIssue } from './schema'

/** Settings that an archive tells of itself; what it leaves open is absent. */
export type GuessedSettings = {
  name?: string
  titleTemplate?: string
  slugTemplate?: string
  sectionTemplates?: { title: string | null; layout: 'articles' | 'list' }[]
}

type Archived = Pick<ParsedIssue, 'number' | 'title' | 'slug' | 'sections'>

/**
 * What the settings of a publication must be to have made these issues: `SRE Weekly Issue #41` of number 41 tells
 * the title's template and the name. Only what the latest issues agree on is taken.
 */
export function guessSettings(issues: Archived[]): GuessedSettings {
  const latest = issues
    .filter((issue) => issue.number !== null)
    .sort((a, b) => (b.number ?? 0) - (a.number ?? 0))
    .slice(0, 5)
  const titleTemplate = agreed(latest.map((issue) => templateOf(issue.title, issue.number)))
  const slugTemplate = agreed(latest.map((issue) => templateOf(issue.slug ?? '', issue.number)))
  const name = titleTemplate
    ?.replace(/[\s:,–—-]*(?:\b(?:issue|edition|no\.?|nr\.?))?\s*#?\{number\}.*$/i, '')
    .trim()
  const sectionTemplates = latest[0]?.sections.map(({ title, layout }) => ({ title, layout })).slice(0, 12)
  return {
    ...(name ? { name } : {}),
    ...(titleTemplate ? { titleTemplate } : {}),
    ...(slugTemplate ? { slugTemplate } : {}),
    ...(sectionTemplates?.length ? { sectionTemplates } : {}),
  }
}

/** The text with its number as a variable; null where the number is not in it just once. */
function templateOf(text: string, number: number | null): string | null {
  const parts = text.split(new RegExp(`(?<!\\d)${number}(?!\\d)`))
  return parts.length === 2 && !/[{}]/.test(text) ? parts.join('{number}') : null
}

function agreed(templates: (string | null)[]): string | null {
  const [first] = templates
  return first && templates.every((template) => template === first) ? first : null
}
