import type { Tongue } from '@/lib/document/language'
import { spoken, wordsOf } from '@/lib/render/words/words-of'

/** What readers see before the first issue. */
export function NothingYet({ title, around }: { title: string; around: Tongue }) {
  const words = wordsOf(around.lang)
  const [before, link, after] = words.nothingYet
  return (
    <div className="nothing">
      <h1>{title}</h1>
      <p {...spoken(words, around)}>
        {before}
        <a href="/follow">{link}</a>
        {after}
      </p>
    </div>
  )
}
