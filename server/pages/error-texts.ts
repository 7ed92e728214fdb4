import { en } from '@/lib/render/words/en'
import type { ErrorWords, Words } from '@/lib/render/words/words'

/** What only a program is told, in English. */
const forPrograms = {
  411: { title: 'The request has no length', text: 'Send the length of its body along.' },
  413: { title: 'That is too much at once', text: 'The request is larger than this server takes.' },
  415: { title: 'Data in this form is not taken', text: 'Send JSON, or a plain form.' },
} as const

export type ErrorStatus = keyof Words['errors'] | keyof typeof forPrograms

/** What is said of an error, and the words around it, which are in the same language. @param isItem of a single item's page */
export function errorTexts(status: ErrorStatus, words: Words, isItem = false): ErrorWords & { words: Words } {
  if (status === 411 || status === 413 || status === 415) return { ...forPrograms[status], words: en }
  return { ...(status === 410 && isItem ? words.found.goneItem : words.errors[status]), words }
}
