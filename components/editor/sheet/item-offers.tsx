'use client'

import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { useDesk, useEditorState } from '@/components/editor/desk/use-desk'
import { usePage } from '@/components/editor/fields/use-page'
import { CommandError } from '@/components/studio/send-command'
import type { Layout } from '@/lib/document/schema'
import { isFound } from '@/lib/pages/rules'
import type { PageView } from '@/lib/pages/schema'

/** What an item’s page offers for fields that are empty, and how to have it read again. */
export type Offers = {
  headline: string | null
  byline: string | null
  lang: string | null
  page: PageView | null
  lookAgain: () => Promise<void>
}

const languageIn = (tag: string) => tag.split('-')[0]?.toLowerCase()

/** In a list the name of the service is offered, as past rows have it, and never the page’s title. */
export function useOffers(id: string, layout: Layout): Offers {
  const { publication } = useDesk()
  const item = useEditorState(({ doc }) => doc.items[id])
  const issueLang = useEditorState(({ doc }) => doc.issue.lang)
  const { headline = '', byline = '', lang = null, url = '' } = item ?? {}
  const wants = headline === '' || (layout === 'articles' && (byline === '' || lang === null))
  const { known, lookAgain } = usePage(url, wants)
  const { page, service } = known
  const isArticle = layout === 'articles'
  const around = issueLang ?? publication.lang
  const isForeign = page?.language && languageIn(page.language) !== languageIn(around)
  const empty = (text: string, offered: string | null | undefined) =>
    text === '' && offered ? offered : null
  return {
    headline: empty(headline, isArticle ? page?.title : service),
    byline: isArticle ? empty(byline, page?.byline) : null,
    lang: isArticle && lang === null && isForeign ? page.language : null,
    page,
    lookAgain,
  }
}

/** What else the page says, each a press away from its field; where it could not be read, why. */
export function ItemOffers({ id, offers }: { id: string; offers: Offers }) {
  const { editor, tell } = useDesk()
  const [asking, setAsking] = useState(false)
  const row = { kind: 'item' as const, id }
  const { page, byline, lang, lookAgain } = offers
  if (!page) return null
  const isGood = isFound(page.outcome)
  const again = async () => {
    setAsking(true)
    await lookAgain().catch((error: unknown) => {
      if (!(error instanceof CommandError)) throw error
      tell(error.message)
    })
    setAsking(false)
  }
  const offer = (name: string, field: string, value: string) => (
    <button type="button" onClick={() => editor.edit(row, field, value)}>
      {name}: <span dir="auto">{value}</span>
    </button>
  )
  return (
    <div className="ed-tools ed-offers">
      <span>{isGood ? facts(page) : page.message}</span>
      {byline ? offer('Byline', 'byline', byline) : null}
      {lang ? offer('Language', 'lang', lang) : null}
      <button type="button" disabled={asking} onClick={() => void again()}>
        <RefreshCw aria-hidden="true" size={13} /> Read the page again
      </button>
    </div>
  )
}

function facts({ site, date, wordCount }: PageView): string {
  const words = wordCount ? `${wordCount.toLocaleString('en')} words` : ''
  return ['The page', site, date, words].filter(Boolean).join(' · ')
}
