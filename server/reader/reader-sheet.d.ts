/** components/reader/reader.css as one minified text (scripts/steps/reader-sheet.mjs). */
declare module 'gleaner:reader-sheet' {
  export const readerSheet: string
}
