import type { Tongue } from '@/lib/document/language'
import { APPEARANCE_FORM, APPEARANCE_PATH, appearances } from '@/lib/render/appearance'
import { spoken, wordsOf } from '@/lib/render/words/words-of'

/**
 * Light, dark, or as the system has it. The page is one for everybody, so it can't say which was chosen: the style
 * sheet that follows the choice marks it.
 */
export function AppearanceForm({ around }: { around: Tongue }) {
  const words = wordsOf(around.lang)
  return (
    <form
      id={APPEARANCE_FORM}
      className="appearance"
      method="post"
      action={APPEARANCE_PATH}
      aria-label={words.appearance}
      {...spoken(words, around)}
    >
      <span aria-hidden="true">{words.appearance}</span>
      {appearances.map((name) => (
        <button key={name} type="submit" name="scheme" value={name}>
          {words.appearances[name]}
        </button>
      ))}
    </form>
  )
}
