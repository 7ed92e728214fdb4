import { createDemoLink } from '@/lib/accounts/commands/create-demo-link'
import { systemActor } from '@/lib/accounts/schema'
import { env } from '@/lib/env/env'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Tells the operator where everything is. The last line is what scripts wait for. */
export async function announce(): Promise<void> {
  const { APP_URL, PORT } = env()
  const curator = await createDemoLink(systemActor('start'))
  const sponsor = await createDemoLink(systemActor('start'), 'sponsor')
  say('')
  say(`  Readers   ${APP_URL}/`)
  say(`  Studio    ${APP_URL}/admin`)
  if (curator) say(`  Sign in   ${curator}  (once, as the demo's curator)`)
  if (sponsor) say(`            ${sponsor}  (once, as the demo's sponsor)`)
  say('')
  say(`ready http://localhost:${PORT}`)
}
