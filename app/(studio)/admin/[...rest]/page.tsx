import { notFound } from 'next/navigation'
import { requireStudioPage } from '@/lib/accounts/session'

/** Addresses of the studio that name nothing: a guest learns no more than of the others. */
export default async function UnknownPage({ params }: { params: Promise<{ rest: string[] }> }) {
  const { rest } = await params
  await requireStudioPage(`/admin/${rest.map(encodeURIComponent).join('/')}`)
  notFound()
}
