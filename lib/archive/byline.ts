import { termSlug } from './rules'

export type Author = { slug: string; name: string }

/** Between a name and its organisation; a hyphen only with space around it, since names have hyphens. */
const beforeOrganisation = /\s*[—–]\s*|\s+-{1,2}\s+|\s+[|·]\s+/
const betweenNames = /\s*[,;&]\s*(?:and\s+)?|\s+and\s+/
/** More people than that are a crowd, or no names at all. */
const MOST_AUTHORS = 8
const LONGEST_NAME = 80

/**
 * The people that a byline credits: “Name — Organisation”, “By Name”, “Name, Name and Name — Organisation”.
 * @param byline plain, without its Markdown
 */
export function readByline(byline: string): Author[] {
  const [names = ''] = byline
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^by\s+/i, '')
    .split(beforeOrganisation)
  const found = new Map<string, Author>()
  for (const part of names.split(betweenNames).slice(0, MOST_AUTHORS)) {
    const name = part.replace(/\s*\(@?[^)]*\)\s*$/, '').trim()
    const slug = name.length <= LONGEST_NAME ? termSlug(name) : ''
    if (slug && !found.has(slug)) found.set(slug, { slug, name })
  }
  return [...found.values()]
}
