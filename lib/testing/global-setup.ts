import { resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { joinEmbeddedPostgres } from '@/lib/postgres/embedded'
import { ensureTemplateDatabase } from './template-database'

declare module 'vitest' {
  export interface ProvidedContext {
    serverUrl: string
    template: string
  }
}

/** Nothing in a test database must survive a power cut. */
const fast = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' }

/** Starts the test server (or takes TEST_DATABASE_URL) and migrates the template, once for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL
  const embedded = given ? null : await joinEmbeddedPostgres(resolve('.data-test'), fast)
  const serverUrl = given ?? embedded?.url ?? ''
  project.provide('serverUrl', serverUrl)
  project.provide('template', await ensureTemplateDatabase(serverUrl))
  return async () => embedded?.leave()
}
