import { esSearch } from './search/es'
import type { Words } from './words'

export const es: Words = {
  lang: 'es',
  dir: 'ltr',
  skip: 'Ir al contenido',
  ways: 'Navegación principal',
  archive: 'Archivo',
  feed: 'Feed',
  sponsorUs: 'Patrocinar',
  issueNumber: (number) => `Número ${number}`,
  correction: 'Corrección:',
  linkTo: (name) => `Enlace a ${name}`,
  thisQuote: 'esta cita',
  thisNote: 'esta nota',
  previous: 'Anterior',
  next: 'Siguiente',
  otherIssues: 'Otros números',
  items: (count) => (count === 1 ? '1 entrada' : `${count} entradas`),
  issues: (count) => (count === 1 ? '1 número' : `${count} números`),
  years: 'Años',
  everyIssue: (publication) => `Todos los números de ${publication}, del más reciente al más antiguo.`,
  nothingYet: ['El primer número aún no ha salido. Sigue el ', 'feed', ' y te llegará.'],
  latestIssue: 'El último número',
  allIssues: 'Todos los números',
  readOnTheWeb: 'Leer en la web',
  error: (status) => `Error ${status}`,
  reference: (id) => `Referencia: ${id}`,
  search: esSearch,
  errors: {
    400: {
      title: 'Esta dirección está mal formada',
      text: 'Comprueba que no tenga caracteres de más, o empieza en una de estas páginas.',
    },
    404: {
      title: 'Aquí no hay ninguna página',
      text: 'Puede que la dirección esté mal escrita o que la página se haya movido.',
    },
    405: { title: 'Esta página solo se puede leer', text: 'No acepta datos en esta dirección.' },
    410: {
      title: 'Este número se ha retirado',
      text: 'Se publicó aquí, y la redacción lo retiró.',
    },
    500: {
      title: 'Algo ha fallado por nuestra parte',
      text: 'Ha quedado anotado. Inténtalo de nuevo en un momento.',
    },
    503: {
      title: 'Todavía no estamos listos',
      text: 'Este sitio está arrancando o en reparación. Inténtalo de nuevo en un momento.',
    },
  },
}
