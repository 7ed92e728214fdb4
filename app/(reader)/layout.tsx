import type { Viewport } from 'next'
import { connection } from 'next/server'
import type { CSSProperties, ReactNode } from 'react'
import { accentStyle, papers } from '@/lib/render/accent'
import { loadPublication } from './load'
import './reader.css'

export const viewport: Viewport = {
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
      <body>{children}</body>
    </html>
  )
}
