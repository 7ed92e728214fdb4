'use client'

import { useEffect, useState } from 'react'
import { LONGEST_ASKED, type Note, type Recalled, type RecallQuery } from '@/lib/memory/schema'
import { recall, recallCapture } from './core'

/** Pause after the last letter before memory is asked, in ms; short enough that a pasted address seems answered at once. */
const PAUSE = 150

const nothing: Recalled = { notes: [], clean: null }

const isAsking = ({ url = '', headline = '', byline = '' }: RecallQuery) =>
  [url, headline, byline].some((text) => text.trim() !== '') &&
  [url, headline, byline].every((text) => text.length <= LONGEST_ASKED)

/**
 * What memory says of what is typed. It is asked once typing pauses, and an answer to an older text is dropped, so that
 * typing never waits; of another address nothing old is shown.
 * @param first what was known of it when the page was made
 */
export function useRecall(query: RecallQuery, first = nothing): Recalled {
  const [answer, setAnswer] = useState({ url: query.url ?? '', recalled: first })
  const asked = JSON.stringify(query)
  const url = query.url ?? ''
  useEffect(() => {
    const given = JSON.parse(asked) as RecallQuery
    const now = given.url ?? ''
    if (!isAsking(given)) {
      setAnswer({ url: now, recalled: nothing })
      return
    }
    const end = new AbortController()
    const timer = setTimeout(() => {
      void recall(given, end.signal).then((recalled) => {
        if (!end.signal.aborted) setAnswer({ url: now, recalled })
      })
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      end.abort()
    }
  }, [asked])
  return answer.url === url ? answer.recalled : nothing
}

/** What memory says of a capture; asked again when its address changes. */
export function useCaptureNotes(id: string, url: string): readonly Note[] {
  const [answer, setAnswer] = useState<{ of: string; notes: readonly Note[] }>({ of: '', notes: [] })
  const of = `${id} ${url}`
  useEffect(() => {
    let isOver = false
    void recallCapture(of.split(' ')[0] ?? '').then((notes) => isOver || setAnswer({ of, notes }))
    return () => {
      isOver = true
    }
  }, [of])
  return answer.of === of ? answer.notes : []
}
