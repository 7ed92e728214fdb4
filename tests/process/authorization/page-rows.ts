import type { Call, Row } from './row'

/** What pages say of themselves. */
export const pageRows: Record<string, Row> = {
  'GET /api/pages': { access: 'studio', path: '/api/pages?address=https%3A%2F%2Fexample.org%2F' },
  'POST /api/pages/look': {
    access: 'studio',
    make: async (): Promise<Call> => ({ body: { address: 'https://example.org/' } }),
  },
}
