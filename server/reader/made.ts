import type { ReactNode } from 'react'
import type { Around } from '@/lib/archive/around-queries'
import type { FrameProps } from '@/lib/render/blocks/page-frame'
import type { PageHead } from './head'

/** What is asked for: parameters of the path, decoded, and values of the query names that the route declares. */
export type Asked = { params: Record<string, string>; query: Record<string, string> }

/** A page or file, whole. @property type with its charset */
export type MadeFile = { type: string; body: Buffer }

/** A reader's page before it is written. */
export type Page = {
  publication: Around
  head: PageHead
  frame?: Pick<FrameProps, 'tagline' | 'search' | 'tongue'>
  content: ReactNode
}

/** A text in UTF-8. */
export function textFile(text: string, type: string): MadeFile {
  return { type: `${type}; charset=utf-8`, body: Buffer.from(text) }
}
