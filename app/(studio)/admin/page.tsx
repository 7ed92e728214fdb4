import { redirect } from 'next/navigation'
import { requireStudioPage } from '@/lib/accounts/session'

/** The desk begins with the issues. */
export default async function AdminPage() {
  await requireStudioPage('/admin')
  redirect('/admin/issues')
}
