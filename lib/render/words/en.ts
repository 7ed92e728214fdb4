import { enSearch } from './search/en'
import type { Words } from './words'

export const en: Words = {
  lang: 'en',
  dir: 'ltr',
  skip: 'Skip to the content',
  ways: 'Main',
  archive: 'Archive',
  feed: 'Feed',
  sponsorUs: 'Sponsor us',
  issueNumber: (number) => `Issue ${number}`,
  correction: 'Correction:',
  linkTo: (name) => `Link to ${name}`,
  thisQuote: 'this quote',
  thisNote: 'this note',
  previous: 'Previous',
  next: 'Next',
  otherIssues: 'Other issues',
  items: (count) => (count === 1 ? '1 item' : `${count} items`),
  issues: (count) => (count === 1 ? '1 issue' : `${count} issues`),
  years: 'Years',
  everyIssue: (publication) => `Every issue of ${publication}, newest first.`,
  nothingYet: ['The first issue isn’t out yet. Follow the ', 'feed', ', and it comes to you.'],
  latestIssue: 'The latest issue',
  allIssues: 'All issues',
  readOnTheWeb: 'Read on the web',
  error: (status) => `Error ${status}`,
  reference: (id) => `Reference: ${id}`,
  search: enSearch,
  errors: {
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
    500: { title: 'Something broke on our side', text: 'It has been noted. Try again in a moment.' },
    503: {
      title: 'We are not quite ready',
      text: 'This site is starting or being repaired. Try again in a moment.',
    },
  },
}
