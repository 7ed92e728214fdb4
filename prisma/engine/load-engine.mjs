import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'

/**
 * Starts an engine. The package's own entry imports its .wasm file as a module, which Node doesn't do yet, so the
 * bytes are instantiated here.
 * @param {[path: string, text: string][] | undefined} datamodels schema files
 * @param {import('@prisma/driver-adapter-utils').SqlMigrationAwareDriverAdapterFactory} database
 * @returns {Promise<import('@prisma/schema-engine-wasm').SchemaEngine>}
 */
export async function loadSchemaEngine(datamodels, database) {
  // The engine reports a panic's message through this global before it traps.
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => process.stderr.write(`${message}\n`),
  }
  const entry = fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm'))
  const bytes = await readFile(entry.replace(/schema_engine\.js$/, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  const ignoreLog = () => {}
  return bindings.SchemaEngine.new({ datamodels }, ignoreLog, bindMigrationAwareSqlAdapterFactory(database))
}
