/** Bundles our server and each command into the folder named. Packages stay where they are. */
import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { icons } from './icons.mjs'
import { readerSheet } from './reader-sheet.mjs'

const COMMANDS = 'scripts/commands'
const commands = existsSync(COMMANDS)
  ? readdirSync(COMMANDS).filter((name) => /^[a-z-]+\.tsx?$/.test(name))
  : []

/** Node finds `next/headers` and its like only by their file names; the package has no list of exports. */
const nextFiles = {
  name: 'next-files',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^next\/[a-z]+$/ }, ({ path }) => ({ path: `${path}.js`, external: true })),
}

await build({
  entryPoints: [
    { in: 'server/main.ts', out: 'server' },
    { in: 'server/reader/makers.ts', out: 'makers' },
    ...commands.map((name) => ({ in: join(COMMANDS, name), out: basename(name).replace(/\.tsx?$/, '') })),
  ],
  outdir: process.argv[2],
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  plugins: [nextFiles, readerSheet.inBundle, icons.inBundle],
  jsx: 'automatic',
  sourcemap: true,
  logLevel: 'warning',
})
