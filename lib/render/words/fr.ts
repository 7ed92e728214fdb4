import { frSearch } from './search/fr'
import type { Words } from './words'

/** Before a colon French sets a space that doesn't break the line. */
export const fr: Words = {
  lang: 'fr',
  dir: 'ltr',
  skip: 'Aller au contenu',
  ways: 'Navigation principale',
  archive: 'Archives',
  feed: 'Flux',
  sponsorUs: 'Devenir sponsor',
  issueNumber: (number) => `Numéro ${number}`,
  correction: 'Rectification\u00a0:',
  linkTo: (name) => `Lien vers ${name}`,
  thisQuote: 'cette citation',
  thisNote: 'cette note',
  previous: 'Précédent',
  next: 'Suivant',
  otherIssues: 'Autres numéros',
  items: (count) => (count < 2 ? `${count} article` : `${count} articles`),
  issues: (count) => (count < 2 ? `${count} numéro` : `${count} numéros`),
  years: 'Années',
  everyIssue: (publication) => `Tous les numéros de ${publication}, du plus récent au plus ancien.`,
  nothingYet: ['Le premier numéro n’est pas encore paru. Suivez le ', 'flux', ', et il viendra à vous.'],
  latestIssue: 'Le dernier numéro',
  allIssues: 'Tous les numéros',
  readOnTheWeb: 'Lire sur le web',
  error: (status) => `Erreur ${status}`,
  reference: (id) => `Référence\u00a0: ${id}`,
  search: frSearch,
  errors: {
    400: {
      title: 'Cette adresse est mal formée',
      text: 'Vérifiez qu’elle ne contient pas de caractères en trop, ou partez de l’une de ces pages.',
    },
    404: {
      title: 'Il n’y a pas de page ici',
      text: 'L’adresse est peut-être mal saisie, ou la page a été déplacée.',
    },
    405: {
      title: 'Cette page ne peut qu’être lue',
      text: 'Elle ne reçoit pas de données à cette adresse.',
    },
    410: {
      title: 'Ce numéro a été retiré',
      text: 'Il avait été publié ici, et la rédaction l’a retiré.',
    },
    500: {
      title: 'Une erreur s’est produite de notre côté',
      text: 'Elle a été notée. Réessayez dans un instant.',
    },
    503: {
      title: 'Nous ne sommes pas tout à fait prêts',
      text: 'Ce site démarre ou est en réparation. Réessayez dans un instant.',
    },
  },
}
