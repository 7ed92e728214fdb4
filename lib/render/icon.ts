/** The icon, in the house colours: a sheaf. */
export const iconSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><title>Gleaner</title><rect width="32" height="32" rx="6" fill="#9a3412"/><g fill="none" stroke="#fffdfa" stroke-width="2.5" stroke-linecap="round"><path d="M16 27V9"/><path d="M16 21c-5 0-7-3-7-7 4 0 7 2 7 7Z"/><path d="M16 21c5 0 7-3 7-7-4 0-7 2-7 7Z"/><path d="M16 12c-3-2-3-5 0-8 3 3 3 6 0 8Z"/></g></svg>`

/** The icon within a page, where asking for it would be one request more. */
export const iconData = `data:image/svg+xml,${encodeURIComponent(iconSvg.replace(/<title>.*<\/title>/, ''))}`
