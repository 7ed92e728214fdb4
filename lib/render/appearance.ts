/** How readers may have pages: as their system has them, or always one way. */
export const appearances = ['auto', 'light', 'dark'] as const
export type Appearance = (typeof appearances)[number]

/** Where the choice is sent. */
export const APPEARANCE_PATH = '/appearance'
/** The style sheet that says what was chosen; below the path, so that a cookie of the path goes there and nowhere else. */
export const CHOSEN_SHEET = `${APPEARANCE_PATH}/chosen.css`
/** Id of the form, to which the page comes back. */
export const APPEARANCE_FORM = 'appearance'

/** What was chosen, or `auto` for anything else. */
export function appearanceOf(text: string | null | undefined): Appearance {
  return appearances.find((known) => known === text) ?? 'auto'
}
