import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from './fingerprint.mjs'
import { runStep } from './run-step.mjs'

const node = process.execPath
const FRESH_MS = 60 * 60 * 1000
const common = ['package-lock.json', 'tsconfig.json', 'lib', 'components', 'prisma/schema', 'scripts/steps']

/** Where builds lie; a test run has its own. */
const root = () => process.env.GLEANER_BUILD_ROOT ?? '.build'

/**
 * What is built: `code` is our server and commands, bundled; `web` is Next's part. Each build goes to a new folder;
 * a file beside them names the one that is whole and current, so a running server keeps reading its own.
 */
const kinds = {
  code: {
    inputs: [
      ...common,
      'server',
      'scripts',
      'rigs',
      'bench',
      'prisma/seed.ts',
      'prisma/seed',
      'prisma/migrations',
    ],
    make: (folder) => runStep('Bundling server and commands', node, ['scripts/steps/bundle.mjs', folder]),
  },
  web: {
    inputs: [...common, 'app', 'next.config.js', 'postcss.config.js', 'instrumentation.ts'],
    make: async (folder) => {
      writeTsconfig()
      const next = 'node_modules/next/dist/bin/next'
      const env = {
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        GLEANER_BUILD_DIR: join(folder, 'next'),
      }
      await runStep('Building pages', node, [next, 'build'], env)
    },
  },
}

/** Next writes into the tsconfig it is given, so it gets one of its own. */
export function writeTsconfig() {
  mkdirSync('.build', { recursive: true })
  writeFileSync('.build/tsconfig.json', '{ "extends": "../tsconfig.json" }\n')
}

function writeWhole(path, text) {
  writeFileSync(`${path}.${process.pid}`, text)
  renameSync(`${path}.${process.pid}`, path)
}

/** Generates the Prisma client if its schema changed. */
export async function ensureClient() {
  const mark = 'generated/prisma/.fingerprint'
  const wanted = fingerprint(['prisma/schema', 'package-lock.json'])
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  await runStep('Generating the database client', node, ['node_modules/prisma/build/index.js', 'generate'])
  writeWhole(mark, wanted)
}

/**
 * Keeps the build before the current one, which a server that still runs reads, and whatever is fresh: a command that
 * was started beside the server may have built the same at the same time.
 */
function removeOldBuilds(kind, current, previous) {
  for (const name of readdirSync(root())) {
    if (!name.startsWith(`${kind}-`) || name === current || name === previous) continue
    const path = join(root(), name)
    if (Date.now() - statSync(path).mtimeMs > FRESH_MS) rmSync(path, { recursive: true, force: true })
  }
}

/**
 * Builds what is stale.
 * @param {'code' | 'web'} kind
 * @returns {Promise<string>} the folder of the build
 */
export async function ensureBuilt(kind) {
  const { inputs, make } = kinds[kind]
  await ensureClient()
  mkdirSync(root(), { recursive: true })
  const pointer = join(root(), `${kind}.current`)
  const previous = existsSync(pointer) ? readFileSync(pointer, 'utf8') : ''
  const wanted = fingerprint(inputs)
  if (previous.startsWith(`${kind}-${wanted}`) && existsSync(join(root(), previous)))
    return join(root(), previous)
  const name = `${kind}-${wanted}-${process.pid}`
  await make(join(root(), name))
  writeWhole(pointer, name)
  removeOldBuilds(kind, name, previous)
  return join(root(), name)
}
