#!/usr/bin/env node
/**
 * Prisma's schema engine as an executable, over `@prisma/schema-engine-wasm`. Prisma's own is a download; this one
 * comes with the packages. `prisma.config.ts` points PRISMA_SCHEMA_ENGINE_BINARY here. The command line is that of
 * prisma 7.10's native engine: JSON-RPC on standard input and output, or `cli can-connect-to-database` and
 * `cli create-database`, which answer by exit code and a JSON line on standard error.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { runCliCommand } from './cli-commands.mjs'
import { engineDatabase } from './database.mjs'
import { serveRequests } from './json-rpc.mjs'
import { loadSchemaEngine } from './load-engine.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datamodels: { type: 'string', multiple: true },
    datasource: { type: 'string' },
    'enabled-preview-features': { type: 'string' },
    'extension-types': { type: 'string' },
    version: { type: 'boolean' },
  },
})

/** @type {{ url?: string, shadowDatabaseUrl?: string }} */
const datasource = values.datasource ? JSON.parse(values.datasource) : {}

if (values.version) {
  console.log('schema-engine-cli wasm')
} else if (positionals[0] === 'cli') {
  process.exitCode = await runCliCommand(positionals[1], datasource.url)
} else {
  const datamodels = values.datamodels?.map((path) => [path, readFileSync(path, 'utf8')])
  await serveRequests(() => loadSchemaEngine(datamodels, engineDatabase(datasource)))
}
