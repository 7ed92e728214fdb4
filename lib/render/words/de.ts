import { deSearch } from './search/de'
import type { Words } from './words'

export const de: Words = {
  lang: 'de',
  dir: 'ltr',
  skip: 'Zum Inhalt',
  ways: 'Hauptnavigation',
  archive: 'Archiv',
  feed: 'Feed',
  sponsorUs: 'Sponsor werden',
  issueNumber: (number) => `Ausgabe ${number}`,
  correction: 'Berichtigung:',
  linkTo: (name) => `Link zu ${name}`,
  thisQuote: 'diesem Zitat',
  thisNote: 'dieser Notiz',
  previous: 'Vorige Ausgabe',
  next: 'Nächste Ausgabe',
  otherIssues: 'Weitere Ausgaben',
  items: (count) => (count === 1 ? '1 Beitrag' : `${count} Beiträge`),
  issues: (count) => (count === 1 ? '1 Ausgabe' : `${count} Ausgaben`),
  years: 'Jahre',
  everyIssue: (publication) => `Alle Ausgaben von ${publication}, die neueste zuerst.`,
  nothingYet: [
    'Die erste Ausgabe ist noch nicht erschienen. Der ',
    'Feed',
    ' bringt sie, sobald sie da ist.',
  ],
  latestIssue: 'Die neueste Ausgabe',
  allIssues: 'Alle Ausgaben',
  readOnTheWeb: 'Im Web lesen',
  error: (status) => `Fehler ${status}`,
  reference: (id) => `Kennung: ${id}`,
  search: deSearch,
  errors: {
    400: {
      title: 'Diese Adresse ist fehlerhaft',
      text: 'Prüfen Sie sie auf überzählige Zeichen, oder beginnen Sie auf einer dieser Seiten.',
    },
    404: {
      title: 'Hier ist keine Seite',
      text: 'Vielleicht ist die Adresse verschrieben, oder die Seite ist umgezogen.',
    },
    405: {
      title: 'Diese Seite kann nur gelesen werden',
      text: 'Unter dieser Adresse nimmt sie keine Daten an.',
    },
    410: {
      title: 'Diese Ausgabe wurde zurückgezogen',
      text: 'Sie war hier erschienen, und die Redaktion hat sie zurückgenommen.',
    },
    500: {
      title: 'Bei uns ist etwas kaputtgegangen',
      text: 'Es ist vermerkt. Versuchen Sie es gleich noch einmal.',
    },
    503: {
      title: 'Wir sind noch nicht so weit',
      text: 'Diese Website startet gerade oder wird repariert. Versuchen Sie es gleich noch einmal.',
    },
  },
}
