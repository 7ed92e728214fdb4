import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import type { CSSProperties, ReactNode } from 'react'
import { accentStyle, papers } from '@/lib/render/accent'
import { CHOSEN_SHEET } from '@/lib/render/appearance'
import { iconData } from '@/lib/render/icon'
import { loadPublication } from './load'
import './reader.css'

/** Within the page: a page and its two style sheets are all that a reader asks for. */
export const metadata: Metadata = { icons: iconData }

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: papers.light },
    { media: '(prefers-color-scheme: dark)', color: papers.dark },
  ],
}

export default async function ReaderLayout({ children }: { children: ReactNode }) {
  await connection()
  const publication = await loadPublication()
  return (
    <html lang={publication.lang} dir={publication.dir} style={accentStyle(publication) as CSSProperties}>
      <head>
        <link rel="stylesheet" href={CHOSEN_SHEET} />
      </head>
      <body>{children}</body>
    </html>
  )
}
