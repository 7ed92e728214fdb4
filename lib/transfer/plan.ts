import { Temporal } from 'temporal-polyfill'
import { addressProblem } from '@/lib/address/rules'
import { nameOfItem } from '@/lib/issues/rules'
import { fillTemplate, slugFromTemplate, slugFromText } from '@/lib/publication/rules'
import { dateInZone, instantOnDate } from '@/lib/schedule/rules'
import { type EstimateInput, estimateDates } from './estimate-dates'
import type { ReadIssue } from './files/read-issues'
import { oldPathsOf } from './old-paths'
import type { Problem } from './report'

/** What the plan needs to know of the publication. */
export type Place = {
  name: string
  zone: string
  sendTime: string
  titleTemplate: string
  slugTemplate: string
  appUrl: string
  now: Date
} & Omit<EstimateInput, 'today'>

/** An issue with everything decided that its source left open. */
export type PlannedIssue = ReadIssue & { slug: string; date: string; publishedAt: Date; oldPaths: string[] }

function slugOf({ issue }: ReadIssue, place: Place, date: string): string {
  const own = slugFromText(issue.slug ?? '')
  if (own) return own
  const values = { publication: place.name, number: issue.number ?? 0, date, title: issue.title }
  if (issue.number !== null) return slugFromTemplate(place.slugTemplate, values)
  return slugFromText(issue.title) || `issue-${date}`
}

/** A calendar date alone means the usual hour of that date in the publication's zone. */
function instantOf(date: string, time: string | null, place: Place): Date {
  if (time === null) return instantOnDate(date, place.sendTime, place.zone)
  if (/[Z+-]/.test(time.slice(5))) return new Date(Temporal.Instant.from(`${date}T${time}`).epochMilliseconds)
  return instantOnDate(date, time, place.zone)
}

function noteAddresses({ issue }: ReadIssue) {
  for (const item of issue.sections.flatMap((section) => section.items)) {
    const problem = item.url === null ? null : addressProblem(item.url)
    if (problem)
      issue.unsure.push({ line: item.line, text: `“${nameOfItem(item)}” ${item.url}`, why: problem })
  }
}

function planOne(read: ReadIssue, place: Place, today: string, problems: Problem[]): PlannedIssue | null {
  const { issue } = read
  if (issue.date === null) return null
  const given = instantOf(issue.date, issue.time, place)
  const date = issue.time === null ? issue.date : dateInZone(given, place.zone)
  if (date > today) {
    const message = `Its date, ${date}, is still to come. Import it when it is out, or write it in the studio.`
    problems.push({ file: issue.file, line: issue.line, message })
    return null
  }
  issue.date = date
  if (issue.title === '' && issue.number !== null) {
    const values = { publication: place.name, number: issue.number, date }
    issue.title = fillTemplate(place.titleTemplate, values)
    issue.unsure.push({
      line: issue.line,
      text: issue.title,
      why: 'the source has no title; made from the template',
    })
  }
  noteAddresses(read)
  const slug = slugOf(read, place, date)
  const publishedAt = new Date(Math.min(given.getTime(), place.now.getTime()))
  return { ...read, slug, date, publishedAt, oldPaths: oldPathsOf(issue.url, slug, place.appUrl) }
}

function findDoubles(planned: PlannedIssue[], problems: Problem[]) {
  const seen = new Map<string, PlannedIssue>()
  for (const entry of planned) {
    const { file, line, number } = entry.issue
    const sameNumber = number === null ? undefined : seen.get(`#${number}`)
    const same = sameNumber ?? seen.get(entry.slug)
    if (number !== null) seen.set(`#${number}`, same ?? entry)
    seen.set(entry.slug, same ?? entry)
    if (!same) continue
    const what = sameNumber ? `Issue ${number}` : `The slug “${entry.slug}”`
    const message = `${what} is in ${same.issue.file} too. Import the better of the two first, the other in a run of its own.`
    problems.push({ file, line, message })
  }
}

/**
 * Decides what the sources left open: dates, titles, slugs and old paths. Problems are added for dates to come and for
 * issues that are in the run twice. Pure but for that and for what it notes in the issues themselves.
 */
export function planIssues(read: ReadIssue[], place: Place, problems: Problem[]): PlannedIssue[] {
  const today = dateInZone(place.now, place.zone)
  estimateDates(
    read.map(({ issue }) => issue),
    { ...place, today },
  )
  const planned = read.flatMap((entry) => planOne(entry, place, today, problems) ?? [])
  findDoubles(planned, problems)
  return planned
}
