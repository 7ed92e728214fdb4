import type { IssueState } from '@/lib/issues/schema'
import { Badge, type BadgeTone } from './badge'

const words: Record<IssueState, { label: string; tone: BadgeTone }> = {
  PLANNED: { label: 'Planned', tone: 'plain' },
  SKIPPED: { label: 'Skipped', tone: 'plain' },
  DRAFT: { label: 'Draft', tone: 'filled' },
  SCHEDULED: { label: 'Scheduled', tone: 'warn' },
  PUBLISHED: { label: 'Published', tone: 'ok' },
  WITHDRAWN: { label: 'Withdrawn', tone: 'bad' },
}

export function stateLabel(state: IssueState): string {
  return words[state].label
}

/** The state of an issue, as a word. */
export function StateBadge({ state }: { state: IssueState }) {
  return <Badge tone={words[state].tone}>{words[state].label}</Badge>
}
