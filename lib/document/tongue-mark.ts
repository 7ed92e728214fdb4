import type { DocumentItem } from './schema'

type Marked = Pick<DocumentItem, 'lang' | 'dir'>

const mark = /^<!-- (?:lang: ([\w-]+))?(?:, )?(?:dir: (ltr|rtl))? -->$/

/**
 * How an item's language and direction stand in Markdown: a comment, which shows nothing anywhere,
 * `<!-- lang: ar, dir: rtl -->`. Empty where the item has neither.
 */
export function writeTongue({ lang, dir }: Marked): string {
  const parts = [lang === null ? '' : `lang: ${lang}`, dir === null ? '' : `dir: ${dir}`].filter(Boolean)
  return parts.length > 0 ? `<!-- ${parts.join(', ')} -->` : ''
}

/** Reads the comment back; null for any other text. */
export function readTongue(text: string): Marked | null {
  const found = mark.exec(text.trim())
  const [, lang, dir] = found ?? []
  if (lang === undefined && dir === undefined) return null
  return { lang: lang ?? null, dir: dir === 'ltr' || dir === 'rtl' ? dir : null }
}
