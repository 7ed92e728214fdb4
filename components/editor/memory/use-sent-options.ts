'use client'

import { useEffect, useMemo, useState } from 'react'
import { suggest } from '@/components/memory/core'
import { callIssue } from '@/lib/memory/rules'
import type { Suggestion } from '@/lib/memory/schema'
import { dayInWords } from '@/lib/times/rules'

/** Something that a blurb may lead to. `where`: in which issue it stands. */
export type LinkOption = { id: string; title: string; where: string; href: string }

const PAUSE = 120

/** Items that went out, by what was typed of their headlines; null until the first answer. What was found before stays while more is typed. */
export function useSentOptions(typed: string | null): LinkOption[] | null {
  const [found, setFound] = useState<Suggestion[] | null>(null)
  useEffect(() => {
    if (typed === null) {
      setFound(null)
      return
    }
    const end = new AbortController()
    const timer = setTimeout(
      () => void suggest(typed, end.signal).then((answer) => end.signal.aborted || setFound(answer ?? [])),
      PAUSE,
    )
    return () => {
      clearTimeout(timer)
      end.abort()
    }
  }, [typed])
  return useMemo(() => {
    const today = new Date().toISOString().slice(0, 10)
    const where = ({ isRow, host, issue }: Suggestion) =>
      [callIssue(issue), dayInWords(issue.date, today), isRow ? 'row' : null, host]
        .filter(Boolean)
        .join(' · ')
    return (
      found?.map((item) => ({ id: item.id, title: item.title, where: where(item), href: item.href })) ?? null
    )
  }, [found])
}
