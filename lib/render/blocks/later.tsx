import type { Reference } from '@/lib/archive/schema'
import type { Tongue } from '@/lib/document/language'
import { placePath } from '@/lib/render/found-paths'
import type { Words } from '@/lib/render/words/words'
import { spoken } from '@/lib/render/words/words-of'

type Props = { references?: readonly Reference[] | undefined; context: Tongue & { words: Words } }

/** The newest; all of an item's are on its own page. */
const SHOWN = 3

function nameOf({ issue, headline }: Reference): string {
  return headline ? `${issue.title} — ${headline}` : issue.title
}

/** Where this was mentioned later, in a quiet line; nothing where it wasn't. */
export function Later({ references = [], context }: Props) {
  if (references.length === 0) return null
  const more = references.length - SHOWN
  return (
    <p className="later">
      <span {...spoken(context.words, context)}>{context.words.found.mentionedLater}</span>
      {references.slice(0, SHOWN).map((reference, index) => (
        <span key={reference.id}>
          {index > 0 ? '; ' : ' '}
          <a href={placePath(reference.issue.slug, reference.id)}>
            <bdi>{nameOf(reference)}</bdi>
          </a>
        </span>
      ))}
      {more > 0 && `; +${more}`}
    </p>
  )
}
