const notices: Record<string, string> = {
  saved: 'Saved. It is not sent yet: press “Send for review” when it is ready.',
  sent: 'Sent. The editors look at it now; you hear from them by mail.',
  filled: 'Your earlier copy stands here now. Change what you like, then send it.',
  accepted: 'Accepted. It goes out as it stands.',
  image: 'The image of your copy is changed. Look at the proof.',
  said: 'Your message is with the editors.',
}

/** What an address's `notice` means; the words are ours, whatever the address says. */
export const portalNotice = (code: string): string => notices[code] ?? 'Done.'

const imageHelp =
  'This image can’t be taken. Choose a PNG, JPEG, WebP or GIF of at most 3 MB and 25 million pixels; SVG is not taken.'

const problems: Record<string, string> = {
  invalid: 'This can’t be sent yet; see below what is missing.',
  conflict: 'The copy was changed by somebody else meanwhile. Look at it again before you go on.',
  wrong_state: 'That can’t be done with this slot now; see below how it stands.',
  unauthenticated: 'This link no longer works. Ask the editors for a new one.',
  origin: 'You came by another address of this site. Please try again here.',
  'image-invalid': imageHelp,
  'image-too_large': imageHelp,
  'image-too_many': 'That were many images at once. Try again in an hour.',
  'comment-invalid': 'Write a message to the editors first, of at most 10,000 characters.',
  too_many: 'That was a lot at once. Try again in an hour.',
  too_large: 'That is too long to be kept. Shorten it and try again.',
}

/** What an address's `problem` means; one that is about something, e.g. `image-origin`, may mean what it always does. */
export const portalProblem = (code: string): string =>
  problems[code] ?? problems[code.replace(/^[a-z]+-/, '')] ?? 'That did not work. Please try again.'
