import type { DocumentItem } from '@/lib/document/schema'
import type { Words } from './words/words'

type Titled = Pick<DocumentItem, 'headline' | 'kind'>

/** What an item's own page is called, which may have no headline: `A quote in Tide Table #7`. */
export function itemTitle({ headline, kind }: Titled, issueTitle: string, { found }: Words): string {
  if (headline) return headline
  const nameIn = { quote: found.quoteIn, note: found.noteIn, link: found.linkIn }[kind]
  return nameIn(issueTitle)
}
