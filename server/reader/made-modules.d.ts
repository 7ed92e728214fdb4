/** components/reader/reader.css as one minified text (scripts/steps/reader-sheet.mjs). */
declare module 'gleaner:reader-sheet' {
  export const readerSheet: string
}

/** The icons as PNG in base64, by the names of their files (scripts/steps/icons.mjs). */
declare module 'gleaner:icons' {
  export const icons: Readonly<Record<string, string>>
}
