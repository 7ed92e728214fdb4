import type { Tongue } from '@/lib/document/language'
import { dirAttribute } from '@/lib/render/direction'
import { spoken } from '@/lib/render/words/words-of'

type Props = {
  id: string
  title: string
  /** A phrase that counts, such as `11 items`: the number is seen, the whole is heard. */
  count: string
  /** In which language it counts. */
  words: Tongue
  around: Tongue
}

/** A title on its hairline, with a count at the other end. */
export function SectionHead({ id, title, count, words, around }: Props) {
  const [, before = '', number = '', after = ''] = /^(\D*)(\d+)(\D*)$/.exec(count) ?? []
  return (
    <h2 id={id} className="section-head">
      <span {...dirAttribute(title, around.dir)}>{title}</span>{' '}
      <span className="count" {...spoken(words, around)}>
        {before && <span className="unseen">{before}</span>}
        {number}
        {after && <span className="unseen">{after}</span>}
      </span>
    </h2>
  )
}
