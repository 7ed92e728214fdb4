import slugify from '@sindresorhus/slugify'

/** What the variables of a template stand for; `date` as in 2026-03-01, `title` absent while the title is being made. */
export type TemplateValues = { publication: string; number: number; date: string; title?: string }

const variable = /\{([^{}]*)\}/g

/** What is wrong with a template, in words; null when it can be filled. */
export function templateProblem(template: string, allowed: readonly string[]): string | null {
  if (template.trim() === '') return 'A template can’t be empty.'
  const unknown = [...template.matchAll(variable)]
    .map((match) => match[1] ?? '')
    .find((name) => !allowed.includes(name))
  if (unknown !== undefined) {
    return `There is no variable {${unknown}}. Use ${allowed.map((name) => `{${name}}`).join(', ')}.`
  }
  return /[{}]/.test(template.replace(variable, '')) ? 'A brace is open or left over.' : null
}

export function fillTemplate(template: string, values: TemplateValues): string {
  return template.replace(variable, (whole, name: string) => {
    const value = (values as Record<string, unknown>)[name]
    return value === undefined ? whole : String(value)
  })
}

/** A slug from a filled template: small letters, digits, single hyphens; never empty. */
export function slugFromTemplate(template: string, values: TemplateValues): string {
  return slugFromText(fillTemplate(template, values)) || `issue-${values.number}`
}

/** A slug from a text, at most 200 characters; empty when it has neither letter nor digit. */
export function slugFromText(text: string): string {
  return slugify(text).slice(0, 200).replace(/-+$/, '')
}

/** Whether a text names a time zone of the IANA data base. Offsets such as `+02:00` don't: they know no summer. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

export type NextIssue = { number: number; date: string }
type Templates = { name: string; titleTemplate: string; slugTemplate: string; subjectTemplate: string }

/** What the templates make of the next issue, before another issue's address is looked at. */
export function previewTemplates(settings: Templates, { number, date }: NextIssue) {
  const values = { publication: settings.name, number, date }
  const title = fillTemplate(settings.titleTemplate, values)
  const slug = slugFromTemplate(settings.slugTemplate, { ...values, title })
  return { title, slug, subject: fillTemplate(settings.subjectTemplate, { ...values, title }) }
}

/** The line above a sponsor's part. */
export function fillSponsorLine(sponsorLine: string, name: string): string {
  return sponsorLine.replaceAll('{name}', () => name)
}
