import { env } from '@/lib/env/env'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Tells the operator where everything is. The last line is what scripts wait for. */
export async function announce(): Promise<void> {
  const { APP_URL, PORT } = env()
  say('')
  say(`  Readers   ${APP_URL}/`)
  say(`  Studio    ${APP_URL}/admin`)
  say('')
  say(`ready http://localhost:${PORT}`)
}
