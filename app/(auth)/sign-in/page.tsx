import type { Metadata } from 'next'
import { SignInForm } from '@/components/accounts/sign-in-form'
import { SignedInAs } from '@/components/accounts/signed-in-as'
import { KeepFragment } from '@/components/capture/keep-fragment'
import { mayUseStudio } from '@/lib/accounts/policy'
import { configuredProviders } from '@/lib/accounts/providers'
import { returnPath } from '@/lib/accounts/rules'
import { currentSession } from '@/lib/accounts/session'
import { findContactOfUser } from '@/lib/sponsors/queries/find-contact'

export const metadata: Metadata = { title: 'Sign in' }

const problems: Record<string, string> = {
  too_many: 'Too many links were asked for. Use the latest one that you have, or try again in 15 minutes.',
  origin: 'You came by another address of this site. This is the right one: please try again here.',
  unauthenticated: 'You are signed out here already. To end your other sessions, sign in again.',
  provider: 'Signing in there did not work. Try again, or have a link mailed to you.',
  'not-invited':
    'No verified address of that account was invited here. Ask an owner, or use another address.',
}
const otherProblem = 'That did not work. Please try again.'

type Query = Promise<Record<string, string | string[] | undefined>>

export default async function SignInPage({ searchParams }: { searchParams: Query }) {
  const query = await searchParams
  const one = (name: string) => (typeof query[name] === 'string' ? query[name] : undefined)
  const [problem, next] = [one('problem'), returnPath(one('next'))]
  const session = await currentSession()
  if (session) {
    const isContact = (await findContactOfUser(session.actor)) !== null
    const portal = isContact ? '/sponsor' : null
    return <SignedInAs email={session.email} next={mayUseStudio(session.actor) ? next : portal} />
  }
  return (
    <>
      {next.startsWith('/admin/capture') ? <KeepFragment next={next} /> : null}
      <h1>Sign in</h1>
      {one('notice') === 'signed-out' ? (
        <p className="notice" role="status">
          You are signed out.
        </p>
      ) : null}
      {problem && problem !== 'email' ? (
        <p className="problem" role="alert">
          {problems[problem] ?? otherProblem}
        </p>
      ) : null}
      {next.startsWith('/sponsor') ? (
        <p className="notice">
          Did you come to write a sponsor’s message? Open the link in the latest mail about it: it needs no
          account.
        </p>
      ) : null}
      <p className="muted">There is no password: we mail you a link that works once.</p>
      <SignInForm
        email={one('email')}
        invalid={problem === 'email'}
        next={next}
        providers={configuredProviders()}
      />
    </>
  )
}
