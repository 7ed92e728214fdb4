/** The style sheet of readers' pages, which the server holds and answers with itself (server/reader/style-sheet.ts). */
import { build } from 'esbuild'

const NAME = 'gleaner:reader-sheet'
const SHEET = 'components/reader/reader.css'
/**
 * Whose names of properties are written too: the oldest browsers that Next writes the studio's for. `light-dark()` stays
 * as it is written.
 */
const BROWSERS = ['chrome111', 'edge111', 'firefox111', 'safari16.4']

async function writeModule() {
  const { outputFiles } = await build({
    entryPoints: [SHEET],
    bundle: true,
    minify: true,
    charset: 'utf8',
    target: BROWSERS,
    write: false,
    logLevel: 'warning',
  })
  return `export const readerSheet = ${JSON.stringify(outputFiles[0].text)}`
}

/** For esbuild, of which our server is made. */
export const readerSheet = {
  name: NAME,
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: new RegExp(`^${NAME}$`) }, () => ({ path: SHEET, namespace: NAME }))
    onLoad({ filter: /.*/, namespace: NAME }, async () => ({ contents: await writeModule() }))
  },
}

/** For Vite, by which the tests run. */
export const readerSheetInTests = {
  name: NAME,
  enforce: 'pre',
  resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
  load: (id) => (id === `\0${NAME}` ? writeModule() : undefined),
}
