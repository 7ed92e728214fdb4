import slugify from '@sindresorhus/slugify'

/** What a template may name, and what each stands for. */
export const templateVariables = {
  publication: 'the publication’s name',
  number: 'the issue’s number',
  date: 'its date, such as 2026-03-01',
  title: 'the issue’s title (not in the title itself)',
} as const
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
  return slugify(fillTemplate(template, values)).slice(0, 200).replace(/-+$/, '') || `issue-${values.number}`
}
