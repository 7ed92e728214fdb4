import type { CommandError } from '@/components/studio/send-command'
import { Notice } from '@/components/ui/notice'
import { signInPath } from '@/lib/accounts/rules'

/** What a command said that no field of the form is about. Somebody signed out finds the way back here. */
export function CommandProblem({ error, path }: { error: CommandError | null; path: string }) {
  if (!error || Object.keys(error.fields).length > 0) return null
  return (
    <Notice tone="bad" alert>
      {error.message}{' '}
      {error.code === 'unauthenticated' ? (
        <a href={signInPath(path)} className="font-medium text-accent underline underline-offset-2">
          Sign in
        </a>
      ) : null}
    </Notice>
  )
}
