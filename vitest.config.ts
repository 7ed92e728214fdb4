import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { icons } from './scripts/steps/icons.mjs'
import { forgetInstallation } from './scripts/steps/own-variables.mjs'
import { readerSheet } from './scripts/steps/reader-sheet.mjs'

// Here and in the workers, which begin with what is left.
forgetInstallation(['LOG_LEVEL', 'NODE_ENV'])

export default defineConfig({
  plugins: [readerSheet.inTests, icons.inTests],
  resolve: { alias: { '@': import.meta.dirname } },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['node_modules/**', '.build/**', '.data*/**', 'e2e/**', 'tests/process/**'],
    globalSetup: ['lib/testing/global-setup.ts'],
    setupFiles: ['lib/testing/put-back.ts'],
    env: { LOG_LEVEL: 'silent', DATA_DIR: '.data-test', TZ: 'UTC' },
    pool: 'forks',
    // Files share their worker's modules: loading them anew for each took a third of the run. What a test sets it puts back.
    isolate: false,
    // Tests wait for PostgreSQL as much as they compute; left to itself Vitest keeps one core free.
    maxWorkers: availableParallelism(),
    // A limit for what hangs: beside other work a test takes many times as long as alone.
    testTimeout: 90_000,
    expect: { poll: { timeout: 30_000, interval: 20 } },
    hookTimeout: 90_000,
  },
})
