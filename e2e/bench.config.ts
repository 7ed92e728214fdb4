import base from '@/playwright.config'

/** Measurements of the studio in a real browser: `npx playwright test -c e2e/bench.config.ts`. */
export default { ...base, testDir: 'bench', testMatch: '**/*.bench.ts', workers: 1 }
