import { parseOpml } from 'feedsmith'
import { captureAddressProblem } from '@/lib/captures/schema'
import { AppError } from '@/lib/errors/app-error'
import { type AddedFeeds, MOST_FEEDS } from './schema'

export type FeedList = { feeds: { url: string; title: string }[]; problems: AddedFeeds['problems'] }
type Listed = { url: string; title: string; text: string }
type Outline = { text?: string; title?: string; xmlUrl?: string; outlines?: readonly Outline[] }

/** Outlines without an address of a feed are folders, or lead elsewhere. Without recursion: a file may nest at will. */
function listOutlines(outlines: readonly Outline[]): Listed[] {
  const listed: Listed[] = []
  const waiting = [...outlines].reverse()
  for (let outline = waiting.pop(); outline; outline = waiting.pop()) {
    const title = (outline.title || outline.text || '').replace(/\s+/g, ' ').trim().slice(0, 500)
    if (outline.xmlUrl) listed.push({ url: outline.xmlUrl.trim(), title, text: title || outline.xmlUrl })
    for (const inner of [...(outline.outlines ?? [])].reverse()) waiting.push(inner)
  }
  return listed
}

/** @throws AppError `invalid` */
function readOpml(text: string): Listed[] {
  // OPML has no use for one, and entities are how a small file becomes a large one.
  if (/<!DOCTYPE/i.test(text)) throw notOpml('It has a DOCTYPE, which OPML doesn’t need. Remove it.')
  try {
    return listOutlines((parseOpml(text)?.body?.outlines ?? []) as Outline[])
  } catch {
    throw notOpml('This can’t be read as OPML. Export it anew from the program that it came from.')
  }
}

const notOpml = (message: string) => new AppError('invalid', message, { fields: { text: message } })

const plainAddress = (line: string) =>
  line.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:/i, 'http:')

/**
 * Feeds from what somebody gave: an OPML file, or addresses, one a line.
 * @throws AppError `invalid` for a file that is none; `too_large` for more than can be brought at once, such as a wrong file
 */
export function parseFeedList(text: string): FeedList {
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  const lines = () =>
    trimmed
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .map((line) => ({ url: line, title: '', text: line }))
  const listed = trimmed.startsWith('<') ? readOpml(trimmed) : lines()
  if (listed.length > MOST_FEEDS) {
    const message = `This holds ${listed.length.toLocaleString('en')} ${trimmed.startsWith('<') ? 'feeds' : 'lines'}; bring at most ${MOST_FEEDS.toLocaleString('en')} at once. Nothing was added.`
    throw new AppError('too_large', message)
  }
  const feeds: FeedList['feeds'] = []
  const problems: FeedList['problems'] = []
  for (const { url: written, title, text } of listed) {
    const url = plainAddress(written)
    const message = captureAddressProblem(url)
    if (message) problems.push({ text: text.slice(0, 200), message })
    else feeds.push({ url, title })
  }
  return { feeds, problems }
}
