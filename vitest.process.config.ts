import { defineConfig } from 'vitest/config'

/** Tests that start the program itself, as an operator does; one at a time, on the build that `npm test` made. */
export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['tests/process/**/*.test.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 90_000,
  },
})
