import { en } from '@/lib/render/words/en'
import type { ErrorWords, Words } from '@/lib/render/words/words'

/** What only a program is told, in English. */
const forPrograms = {
  403: { title: 'This came from another site', text: 'Open this site and send it from there.' },
  411: { title: 'The request has no length', text: 'Send the length of its body along.' },
  413: { title: 'That is too much at once', text: 'The request is larger than this server takes.' },
  415: { title: 'Data in this form is not taken', text: 'Send JSON, or a plain form.' },
} as const

type ForPrograms = keyof typeof forPrograms
export type ErrorStatus = keyof Words['errors'] | ForPrograms

const isForPrograms = (status: ErrorStatus): status is ForPrograms => status in forPrograms

/** What is said of an error, and the words around it, which are in the same language. @param isItem of a single item's page */
export function errorTexts(status: ErrorStatus, words: Words, isItem = false): ErrorWords & { words: Words } {
  if (isForPrograms(status)) return { ...forPrograms[status], words: en }
  return { ...(status === 410 && isItem ? words.found.goneItem : words.errors[status]), words }
}
