'use client'

import { useRouter } from 'next/navigation'
import { LeaveGuard } from '@/components/studio/leave-guard'
import type { NextIssue } from '@/lib/publication/rules'
import type { Settings } from '@/lib/publication/schema'
import { AccentFields } from './accent-fields'
import { FindingFields } from './finding-fields'
import { FooterField } from './footer-field'
import { MemoryFields } from './memory-fields'
import { PublicationFields } from './publication-fields'
import { RhythmFields } from './rhythm-fields'
import { SaveBar } from './save-bar'
import { SectionFields } from './section-fields'
import { SnippetFields } from './snippet-fields'
import { SponsorFields } from './sponsor-fields'
import { StorefrontFields } from './storefront-fields'
import { SuggestionFields } from './suggestion-fields'
import { TemplateFields } from './template-fields'
import { TopicField } from './topic-field'
import { useSettings } from './use-settings'

type Props = {
  initial: { version: number; settings: Settings }
  next: NextIssue
  zones: readonly string[]
  now: number
}

/** All settings in one page, saved together by field, so that two people can work on them at once. */
export function SettingsForm({ initial, next, zones, now }: Props) {
  const router = useRouter()
  const form = useSettings(initial)
  const submit = async (element: HTMLFormElement) => {
    if (form.hasProblems) {
      form.showProblems()
      // After the messages are there, so that the field is read out together with its own.
      requestAnimationFrame(() => element.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    if (await form.save()) router.refresh()
  }
  return (
    <form
      noValidate
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        void submit(event.currentTarget)
      }}
    >
      <PublicationFields form={form} />
      <RhythmFields form={form} zones={zones} now={now} nextDate={next.date} />
      <TemplateFields form={form} next={next} />
      <SectionFields form={form} />
      <SnippetFields form={form} />
      <TopicField form={form} />
      <SponsorFields form={form} />
      <FindingFields form={form} />
      <MemoryFields form={form} />
      <StorefrontFields form={form} />
      <SuggestionFields form={form} />
      <FooterField form={form} />
      <AccentFields form={form} />
      <SaveBar form={form} />
      <LeaveGuard count={form.count} />
    </form>
  )
}
