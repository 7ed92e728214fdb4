/** What a person reads when there is no page to show. */
export const errorTexts = {
  400: {
    title: 'This address is malformed',
    text: 'Check it for stray characters, or begin at one of these pages.',
  },
  404: { title: 'There is no page here', text: 'The address may be mistyped, or the page may have moved.' },
  405: { title: 'This page can only be read', text: 'It takes no data at this address.' },
  410: {
    title: 'This issue was withdrawn',
    text: 'It was published here once, and its editors took it back.',
  },
  411: { title: 'The request has no length', text: 'Send the length of its body along.' },
  413: { title: 'That is too much at once', text: 'The request is larger than this server takes.' },
  415: { title: 'Data in this form is not taken', text: 'Send JSON, or a plain form.' },
  500: { title: 'Something broke on our side', text: 'It has been noted. Try again in a moment.' },
  503: {
    title: 'We are not quite ready',
    text: 'This site is starting or being repaired. Try again in a moment.',
  },
} as const

export type ErrorStatus = keyof typeof errorTexts
