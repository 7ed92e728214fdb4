import type { Metadata } from 'next'
import { SignInForm } from '@/components/accounts/sign-in-form'
import { configuredProviders } from '@/lib/accounts/providers'
import { type LinkPreview, readLink } from '@/lib/accounts/queries/read-link'
import { returnPath } from '@/lib/accounts/rules'

export const metadata: Metadata = { title: 'Sign in' }

const over: Record<Exclude<LinkPreview['state'], 'usable'>, { heading: string; text: string }> = {
  used: {
    heading: 'This link has been used',
    text: 'A link signs in once. If that was you, you are signed in where you used it; for this browser, ask for another.',
  },
  expired: { heading: 'This link has expired', text: 'Links last a short time. Ask for another.' },
  unknown: {
    heading: 'This link does not work',
    text: 'Perhaps a part of it was lost on the way: open it from the message again, or ask for another.',
  },
}

type Query = Promise<Record<string, string | string[] | undefined>>

/** Where a mailed link leads. Looking at it, as mail scanners do, consumes nothing; the button does. */
export default async function ConfirmPage({ searchParams }: { searchParams: Query }) {
  const query = await searchParams
  const token = typeof query.token === 'string' ? query.token : ''
  const next = returnPath(typeof query.next === 'string' ? query.next : undefined)
  const link = await readLink(token)
  if (link.state !== 'usable') {
    const { heading, text } = over[link.state]
    return (
      <>
        <h1>{heading}</h1>
        <p>{text}</p>
        <SignInForm next={next} providers={configuredProviders()} />
      </>
    )
  }
  return (
    <>
      <h1>Welcome</h1>
      <p>
        Sign in as <strong>{link.email}</strong>?
      </p>
      <form method="post" action="/api/sign-in/confirm">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="next" value={next} />
        <button type="submit" className="primary">
          Sign in
        </button>
      </form>
    </>
  )
}
