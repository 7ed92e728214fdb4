import type { Metadata } from 'next'
import { linkLifetime } from '@/lib/accounts/rules'
import { mailSettings } from '@/lib/mail/settings'

export const metadata: Metadata = { title: 'Look at your mail' }

// Whether mail is set up is read when the page is asked for, not when it is built.
export const dynamic = 'force-dynamic'

export default function LinkSentPage() {
  return (
    <>
      <h1>Look at your mail</h1>
      <p>
        If somebody here has that address, a link is on its way to it. It works once, within{' '}
        {linkLifetime.signIn / 60_000} minutes.
      </p>
      {mailSettings().smtpUrl === undefined ? (
        <p className="notice">
          Mail is not set up on this server. Its operator finds the message in the folder <code>mail</code> of
          the data folder, or prints a link with <code>npm run sign-in-link -- ADDRESS</code>.
        </p>
      ) : null}
      <p className="muted">
        Nothing there? Look among the spam, check the address, and <a href="/sign-in">ask for another link</a>
        .
      </p>
    </>
  )
}
