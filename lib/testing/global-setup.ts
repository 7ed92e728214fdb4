import type { TestProject } from 'vitest/node'
import { ensureTemplateDatabase } from './template-database'
import { joinTestServer } from './test-server'

declare module 'vitest' {
  export interface ProvidedContext {
    serverUrl: string
    template: string
  }
}

/** Starts the test server and migrates the template, once for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await joinTestServer()
  project.provide('serverUrl', server.url)
  project.provide('template', await ensureTemplateDatabase(server.url))
  return server.leave
}
