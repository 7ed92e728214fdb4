import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { StudioBar } from '@/components/studio/studio-bar'
import { AnnouncerProvider } from '@/components/ui/live-region'
import { ToastProvider } from '@/components/ui/toast'
import { mayManagePeople, maySeeOutbox, mayUseStudio } from '@/lib/accounts/policy'
import type { UserActor } from '@/lib/accounts/schema'
import { currentSession } from '@/lib/accounts/session'
import { env } from '@/lib/env/env'
import { readPublication } from '@/lib/publication/queries'
import '@/components/ui/theme.css'

export const metadata: Metadata = {
  title: { template: '%s · Gleaner', default: 'Gleaner' },
  robots: { index: false, follow: false },
  icons: '/icon.svg',
  manifest: '/admin/manifest.webmanifest',
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#1a1917' },
  ],
}

/** What the bar leads to. The policy that guards a page says whether it is offered. */
function linksFor(actor: UserActor) {
  return [
    { href: '/admin/issues', label: 'Issues', show: true },
    { href: '/admin/inbox', label: 'Inbox', show: true },
    { href: '/admin/sponsors', label: 'Sponsors', show: true },
    { href: '/admin/settings', label: 'Settings', show: true },
    { href: '/admin/audit', label: 'Audit log', show: true },
    { href: '/admin/people', label: 'People', show: mayManagePeople(actor) },
    { href: '/admin/outbox', label: 'Outbox', show: maySeeOutbox(actor) && !env().SMTP_URL },
  ].flatMap(({ show, ...link }) => (show ? [link] : []))
}

export default async function StudioLayout({ children }: { children: ReactNode }) {
  const session = await currentSession()
  const { name } = await readPublication()
  return (
    <html lang="en" dir="ltr">
      <body>
        <a
          href="#main"
          className="sr-only z-50 rounded-md bg-ink px-4 py-2 font-semibold text-pane focus:not-sr-only focus:fixed focus:start-3 focus:top-2"
        >
          Skip to the content
        </a>
        <AnnouncerProvider>
          <ToastProvider>
            {session && mayUseStudio(session.actor) ? (
              <StudioBar
                publication={name}
                person={{ name: session.actor.name, email: session.email }}
                links={linksFor(session.actor)}
              />
            ) : null}
            {children}
          </ToastProvider>
        </AnnouncerProvider>
      </body>
    </html>
  )
}
