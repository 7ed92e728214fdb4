import type { Metadata } from 'next'
import { loadAround } from '@/app/(proof)/load-around'
import { PageFrame } from '@/lib/render/blocks/page-frame'
import { ProofView } from '@/lib/render/proof-view'
import { loadProofPage } from './load'
import '@/app/(proof)/proof.css'

type Props = {
  params: Promise<{ slotId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: 'Proof', robots: { index: false, follow: false } }

/** The issue as its readers would see it now, everything but this sponsor's message masked. */
export default async function ProofPage({ params, searchParams }: Props) {
  const [{ slotId }, { version, scheme }] = await Promise.all([params, searchParams])
  const document = await loadProofPage(slotId, typeof version === 'string' ? version : null)
  const publication = await loadAround()
  return (
    <PageFrame publication={publication}>
      {scheme === 'dark' ? <style>{':root{color-scheme:dark}'}</style> : null}
      <ProofView document={document} />
    </PageFrame>
  )
}
