import { createSignInLink } from '@/lib/accounts/commands/create-sign-in-link'
import { systemActor } from '@/lib/accounts/schema'
import { AppError } from '@/lib/errors/app-error'
import { withInstance } from '@/server/instance/open-instance'

/**
 * `npm run sign-in-link -- EMAIL` prints a one-time sign-in link for somebody who is here. The shell is the proof.
 * @returns the exit code
 */
export async function run(args: string[]): Promise<number> {
  const [email, ...rest] = args
  if (!email || rest.length > 0) {
    process.stderr.write('Say for whom: npm run sign-in-link -- EMAIL\n')
    return 1
  }
  try {
    const link = await withInstance(() => createSignInLink(systemActor('sign-in-link'), email))
    process.stdout.write(`${link}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}
