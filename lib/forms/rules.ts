const problems: Record<string, (many: string) => string> = {
  too_many: (many) =>
    `Too many ${many} came in. Go back, where what you typed still stands, and try again in an hour.`,
  too_large: () =>
    'This is more than can be sent at once. Go back, where what you typed still stands, and shorten it.',
  origin: () => 'You came by another address of this site. This is the right one: please try again here.',
}

/**
 * What a form's page says where nothing of what was sent could be kept. Told by a code, which is in its address: or
 * anybody could make the page say anything.
 * @param many what is sent by the form
 */
export function problemInWords(code: string, many: string): string {
  const say = Object.hasOwn(problems, code) ? problems[code] : undefined
  return say?.(many) ?? 'That did not work. Go back, where what you typed still stands, and try again.'
}
