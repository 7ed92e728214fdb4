import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db/db'
import { createIssue } from '@/lib/issues/commands/create-issue'
import { removeIssue } from '@/lib/issues/commands/remove-issue'
import { removeItem } from '@/lib/issues/commands/remove-item'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { scheduleIssue } from '@/lib/publishing/commands/schedule-issue'
import { withdrawIssue } from '@/lib/publishing/commands/withdraw-issue'
import { type MadeIssue, makeDraft } from '@/lib/testing/issues'
import { rigActor } from '@/rigs/workers/tasks'
import type { Canary } from './canary'

/** What somebody who fuzzes may know: every id and every address. */
export type Planted = {
  /** The one issue that readers have; its draft holds the canary, its edition doesn't. */
  published: { id: string; slug: string }
  issueIds: string[]
  sectionIds: string[]
  itemIds: string[]
  slugs: string[]
}

const command = () => ({ commandId: randomUUID() })

/** Puts the canary into every text that an issue, its sections, items and sponsor part can hold. */
async function fill(issueId: string, canary: Canary): Promise<void> {
  const { say } = canary
  const texts = { title: say('title'), subject: say('subject'), preheader: say('preheader') }
  const issue = { ...texts, intro: say('intro'), outro: say('outro'), lang: 'en' }
  await db().issue.update({ where: { id: issueId }, data: issue })
  await db().section.updateMany({ where: { issueId }, data: { title: say('section') } })
  const address = `https://${say('host')}.example/${say('path')}`
  const marks = { byline: say('byline'), credit: say('credit'), disclosure: say('disclosure') }
  const lines = { headline: say('headline'), url: address, blurb: `**${say('blurb')}** [a](${address})` }
  const links = [{ label: say('label'), url: address }]
  await db().item.updateMany({
    where: { section: { issueId } },
    data: { ...lines, ...marks, links, topics: [say('topic')] },
  })
  const part = { label: say('sponsorlabel'), sponsor: say('sponsor'), headline: say('sponsorheadline') }
  const copy = { text: say('sponsortext'), callToAction: say('call'), url: address }
  await db().sponsorPart.create({ data: { issueId, at: 'top', position: 'a0', ...part, ...copy } })
}

async function plan(as: 'PLANNED' | 'SKIPPED', canary: Canary): Promise<string> {
  const { id } = await createIssue(rigActor, { ...command(), as: 'PLANNED', date: '2031-01-05' })
  await fill(id, canary)
  await db().issue.update({ where: { id }, data: { state: as } })
  return id
}

/** Gives a draft an address that nobody may learn of who did not send it. */
async function hideAddress({ id, slug }: MadeIssue, canary: Canary): Promise<void> {
  await db().issue.update({ where: { id }, data: { slug: `${canary.say('slug')}-${slug}` } })
}

/** An issue in each state that readers must not see, and one that they may, with changes that they must not. */
export async function plantCanary(canary: Canary, addresses: Canary): Promise<Planted> {
  const make = () => makeDraft(['First', 'Second', 'Third'])
  const published = await make()
  await publishIssue(rigActor, { ...command(), id: published.id })
  const [draft, scheduled, removed, withdrawn] = [await make(), await make(), await make(), await make()]
  const made = [published, draft, scheduled, removed, withdrawn]
  for (const each of made) await fill(each.id, canary)
  for (const each of [draft, scheduled, removed]) await hideAddress(each, addresses)
  await removeItem(rigActor, { ...command(), id: published.items[2] ?? '' })
  await scheduleIssue(rigActor, { ...command(), id: scheduled.id, wall: '2031-01-12T20:00' })
  await db().issue.update({ where: { id: scheduled.id }, data: { heldReason: canary.say('held') } })
  await removeIssue(rigActor, { ...command(), id: removed.id })
  await publishIssue(rigActor, { ...command(), id: withdrawn.id })
  await withdrawIssue(rigActor, { ...command(), id: withdrawn.id })
  const planned = [await plan('PLANNED', canary), await plan('SKIPPED', canary)]
  return {
    published: { id: published.id, slug: published.slug },
    issueIds: [...made.map((each) => each.id), ...planned],
    ...(await listAddresses()),
  }
}

async function listAddresses() {
  const [issues, sections, items] = await Promise.all([
    db().issue.findMany({ select: { slug: true } }),
    db().section.findMany({ select: { id: true } }),
    db().item.findMany({ select: { id: true } }),
  ])
  return {
    slugs: issues.flatMap(({ slug }) => slug ?? []),
    sectionIds: sections.map(({ id }) => id),
    itemIds: items.map(({ id }) => id),
  }
}
