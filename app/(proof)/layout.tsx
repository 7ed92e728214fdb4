import { connection } from 'next/server'
import type { CSSProperties, ReactNode } from 'react'
import { loadPublication } from '@/app/(reader)/load'
import { accentStyle } from '@/lib/render/accent'
import '@/app/(reader)/reader.css'

/** The reader's page as studio and portal frame it: the same frame of a page, never indexed, never stored. */
export default async function ProofLayout({ children }: { children: ReactNode }) {
  await connection()
  const publication = await loadPublication()
  return (
    <html lang={publication.lang} dir={publication.dir} style={accentStyle(publication) as CSSProperties}>
      <body>{children}</body>
    </html>
  )
}
