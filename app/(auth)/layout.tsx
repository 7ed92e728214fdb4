import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { publicationName } from '@/lib/accounts/mails/publication-name'
import './auth.css'

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

/** Sign-in pages are for people, not for search engines; each names itself before the publication. */
export async function generateMetadata(): Promise<Metadata> {
  await connection()
  const name = await publicationName()
  return {
    title: { template: `%s · ${name}`, default: name },
    robots: { index: false, follow: false },
    icons: '/icon.svg',
  }
}

export default async function AuthLayout({ children }: { children: ReactNode }) {
  await connection()
  const name = await publicationName()
  return (
    <html lang="en" dir="ltr">
      <body>
        <header>
          <p className="from">
            <a href="/" dir="auto">
              {name}
            </a>
          </p>
        </header>
        <main className="card">{children}</main>
      </body>
    </html>
  )
}
