'use client'

import { Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { sendRequest } from '@/components/editor/desk/browser-transport'
import { useDesk, useField } from '@/components/editor/desk/use-desk'

/** The pause after a letter before topics are asked for, in ms. */
const PAUSE = 700

/** Topics that published items like this one have, each added by one press; nothing while the settings don’t want them. */
export function TopicSuggestions({ id }: { id: string }) {
  const { editor, settings, announce } = useDesk()
  const row = { kind: 'item' as const, id }
  const { value: topics = [] } = useField(row, 'topics')
  const { value: url = '' } = useField(row, 'url')
  const { value: headline = '' } = useField(row, 'headline')
  const { value: byline = '' } = useField(row, 'byline')
  const [found, setFound] = useState<string[]>([])
  const wanted = settings.suggestsTopics
  useEffect(() => {
    if (!wanted) return
    let over = false
    const ask = async () => {
      const query = new URLSearchParams({ url, headline, byline })
      const answer = await sendRequest({ method: 'GET', path: `/api/topics/suggested?${query}` })
      if (!over && answer.kind === 'ok') setFound((answer.body as { topics: string[] }).topics)
    }
    const timer = setTimeout(() => void ask(), PAUSE)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [wanted, url, headline, byline])
  const has = new Set(topics.map((topic) => topic.toLowerCase()))
  const left = found.filter((topic) => !has.has(topic.toLowerCase()))
  if (left.length === 0) return null
  return (
    <fieldset className="ed-tools">
      <legend className="sr-only">Suggested topics</legend>
      <span aria-hidden="true">Topics?</span>
      {left.map((topic) => (
        <button
          key={topic}
          type="button"
          onClick={() => {
            editor.edit(row, 'topics', [...topics, topic])
            editor.leave(row)
            announce(`Added the topic ${topic}.`)
          }}
        >
          <Plus aria-hidden="true" size={13} /> {topic}
        </button>
      ))}
    </fieldset>
  )
}
