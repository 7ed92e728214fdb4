import { defineConfig } from 'vitest/config'
import { icons } from './scripts/steps/icons.mjs'
import { forgetInstallation } from './scripts/steps/own-variables.mjs'
import { readerSheet } from './scripts/steps/reader-sheet.mjs'

// Here and in the workers, which begin with what is left.
forgetInstallation(['LOG_LEVEL', 'NODE_ENV'])

const all = ['tests/process/**/*.test.ts']
/** Compares how long a reader waits, so nothing else may be going on. */
const measuring = ['tests/process/bad-input.test.ts']

/** Tests that start the program itself, as an operator does, on the build that `npm test` made; two at a time. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'together', include: all, exclude: measuring, sequence: { groupOrder: 0 } },
      },
      { extends: true, test: { name: 'alone', include: measuring, sequence: { groupOrder: 1 } } },
    ],
    pool: 'forks',
    testTimeout: 180_000,
    expect: { poll: { timeout: 30_000 } },
    hookTimeout: 90_000,
  },
  plugins: [readerSheet.inTests, icons.inTests],
  resolve: { alias: { '@': import.meta.dirname } },
})
