import { connection } from 'next/server'
import type { CSSProperties, ReactNode } from 'react'
import { loadAround } from '@/app/(proof)/load-around'
import { accentStyle } from '@/lib/render/accent'
import '@/components/reader/reader.css'

/** The reader's page as studio and portal frame it: the same frame of a page, never indexed, never stored. */
export default async function ProofLayout({ children }: { children: ReactNode }) {
  await connection()
  const publication = await loadAround()
  return (
    <html lang={publication.lang} dir={publication.dir} style={accentStyle(publication) as CSSProperties}>
      <body>{children}</body>
    </html>
  )
}
