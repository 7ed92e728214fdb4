import type { Metadata } from 'next'
import { Page } from '@/components/studio/page'
import { SettingsForm } from '@/components/studio/settings/settings-form'
import { PageHeader } from '@/components/ui/page-header'
import { requireStudioPage } from '@/lib/accounts/session'
import { now } from '@/lib/clock/clock'
import { nextIssue } from '@/lib/issues/queries'
import { publicationSettings } from '@/lib/publication/queries'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage() {
  const { actor } = await requireStudioPage('/admin/settings')
  const [initial, next] = await Promise.all([publicationSettings(actor), nextIssue(actor)])
  const zones = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])]
  return (
    <Page width="text">
      <PageHeader title="Settings" />
      <SettingsForm
        initial={initial}
        next={{ number: next.number, date: next.opens }}
        zones={zones}
        now={now().getTime()}
      />
    </Page>
  )
}
