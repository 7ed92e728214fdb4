/** The style sheet of readers' pages, which the server holds and answers with itself (server/reader/style-sheet.ts). */
import { build } from 'esbuild'
import { madeModule } from './made-module.mjs'

/**
 * Whose names of properties are written too: the oldest browsers that Next writes the studio's for. `light-dark()` stays
 * as it is written.
 */
const BROWSERS = ['chrome111', 'edge111', 'firefox111', 'safari16.4']

async function writeModule() {
  const { outputFiles } = await build({
    entryPoints: ['components/reader/reader.css'],
    bundle: true,
    minify: true,
    charset: 'utf8',
    target: BROWSERS,
    write: false,
    logLevel: 'warning',
  })
  return `export const readerSheet = ${JSON.stringify(outputFiles[0].text)}`
}

export const readerSheet = madeModule('gleaner:reader-sheet', writeModule)
