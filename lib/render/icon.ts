const sheaf =
  '<path d="M16 27V9"/><path d="M16 21c-5 0-7-3-7-7 4 0 7 2 7 7Z"/><path d="M16 21c5 0 7-3 7-7-4 0-7 2-7 7Z"/><path d="M16 12c-3-2-3-5 0-8 3 3 3 6 0 8Z"/>'
const ground = 'width="32" height="32" fill="#9a3412"'
const strokes = 'fill="none" stroke="#fffdfa" stroke-width="2.5" stroke-linecap="round"'

/** The icon, in the house colours: a sheaf. */
export const iconSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><title>Gleaner</title><rect rx="6" ${ground}/><g ${strokes}>${sheaf}</g></svg>`

/** The same for launchers, which cut their own outline: all that matters lies in the inner 80 % (W3C manifest, 4.2). */
export const maskableIconSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><title>Gleaner</title><rect ${ground}/><g ${strokes} transform="translate(4.8 4.6) scale(0.7)">${sheaf}</g></svg>`

/** The icon within a page, where asking for it would be one request more. */
export const iconData = `data:image/svg+xml,${encodeURIComponent(iconSvg.replace(/<title>.*<\/title>/, ''))}`
