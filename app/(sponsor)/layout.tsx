import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { AnnouncerProvider } from '@/components/ui/live-region'
import { ToastProvider } from '@/components/ui/toast'
import { readPublication } from '@/lib/publication/queries'
import { currentContact } from '@/lib/sponsors/portal'
import '@/components/ui/theme.css'

export async function generateMetadata(): Promise<Metadata> {
  await connection()
  const { name } = await readPublication()
  const title = `Sponsoring ${name}`
  return {
    title: { template: `%s · ${title}`, default: title },
    robots: { index: false, follow: false },
    icons: '/icon.svg',
  }
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

/** Every page of the portal: whose it is, and as whom one is here. Its forms work without script. */
export default async function SponsorLayout({ children }: { children: ReactNode }) {
  await connection()
  const [{ name }, found] = await Promise.all([readPublication(), currentContact()])
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
            <header className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-rule bg-pane px-4 py-2 sm:px-6 print:hidden">
              <a
                href="/sponsor"
                dir="auto"
                className="me-auto py-1 font-text text-base font-bold no-underline"
              >
                {name}
                <span className="font-ui text-sm font-normal text-muted"> · your messages</span>
              </a>
              {found ? (
                <form
                  method="post"
                  action={found.by === 'link' ? '/api/portal/leave' : '/api/sign-out'}
                  className="flex flex-wrap items-center gap-3"
                >
                  <span className="text-[0.8125rem] text-muted">
                    {found.contact.name}
                    {found.contact.company ? `, ${found.contact.company}` : ''}
                  </span>
                  <button
                    type="submit"
                    className="min-h-9 rounded-md px-2 text-[0.8125rem] text-muted underline underline-offset-2 hover:text-ink pointer-coarse:min-h-11"
                  >
                    {found.by === 'link' ? 'Forget me on this computer' : 'Sign out'}
                  </button>
                </form>
              ) : null}
            </header>
            {children}
          </ToastProvider>
        </AnnouncerProvider>
      </body>
    </html>
  )
}
