'use client'

import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useMemo,
  useState,
} from 'react'
import { useDesk, useEditorState } from '@/components/editor/desk/use-desk'
import { applyEdit } from '@/components/editor/fields/apply-edit'
import { findTrigger, holdsWords, type Trigger, writeLink } from './find-trigger'
import { LinkOptions } from './link-options'
import { type LinkOption, useSentOptions } from './use-sent-options'

const MOST_OF_DRAFT = 5

/** Items of this draft whose headlines hold what was typed. They get the address that they will have. */
function useDraftOptions(typed: string | null, ownId: string): LinkOption[] {
  const doc = useEditorState((state) => (typed === null ? null : state.doc))
  return useMemo(() => {
    if (typed === null || !doc) return []
    const ids = doc.sectionIds.flatMap((section) => doc.itemIds[section] ?? [])
    const found = ids.flatMap((id) => {
      const title = doc.items[id]?.headline.trim() ?? ''
      if (id === ownId || title === '' || !holdsWords(title, typed)) return []
      return [{ id, title, where: 'In this issue', href: `${location.origin}/items/${id}` }]
    })
    return found.slice(0, MOST_OF_DRAFT)
  }, [doc, typed, ownId])
}

export type LinkFinder = {
  /** To be told of each change of the text, and of where the cursor goes. */
  look: () => void
  close: () => void
  /** True where the key was for the list. */
  onKey: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean
  aria: Record<string, string | undefined>
  list: ReactNode
}

/** `[[` in a text finds earlier items, rows of lists and items of this draft, and links the one that is chosen. */
export function useLinkFinder(area: RefObject<HTMLTextAreaElement | null>, ownId: string): LinkFinder {
  const { announce } = useDesk()
  const id = useId()
  const [trigger, setTrigger] = useState<Trigger | null>(null)
  const [left, setLeft] = useState<number | null>(null)
  const [active, setActive] = useState(0)
  const typed = trigger?.typed ?? null
  const ofDraft = useDraftOptions(typed, ownId)
  const sent = useSentOptions(typed)
  const options = [...ofDraft, ...(sent ?? []).filter((one) => ofDraft.every((other) => other.id !== one.id))]
  const at = Math.min(active, options.length - 1)
  const isOpen = trigger !== null
  const count = options.length
  useEffect(() => {
    if (!isOpen || sent === null) return
    announce(count === 0 ? 'No item is called like that.' : `${count} items. The arrow keys choose.`)
  }, [isOpen, sent, count, announce])

  const look = () => {
    const element = area.current
    const found =
      element && element.selectionStart === element.selectionEnd
        ? findTrigger(element.value, element.selectionStart)
        : null
    if (!found) setLeft(null)
    // Closed by Esc it stays closed until it is typed anew.
    const next = found && found.from === left ? null : found
    if (next?.from === trigger?.from && next?.typed === trigger?.typed && next?.to === trigger?.to) return
    if (next?.typed !== trigger?.typed) setActive(0)
    setTrigger(next)
  }
  const choose = (option: LinkOption | undefined) => {
    const element = area.current
    if (!trigger || !option || !element) return
    const insert = writeLink(option.title, option.href)
    const end = trigger.from + insert.length
    setTrigger(null)
    applyEdit(element, { from: trigger.from, to: trigger.to, insert, select: [end, end] })
  }
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (!trigger || event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey)
      return false
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && count > 0) setActive((at + step + count) % count)
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && count > 0)
      choose(options[at])
    else if (event.key === 'Escape') {
      setLeft(trigger.from)
      setTrigger(null)
    } else return false
    event.preventDefault()
    return true
  }
  const current = isOpen && options[at] ? `${id}-${at}` : undefined
  return {
    look,
    close: () => setTrigger(null),
    onKey,
    aria: current
      ? { 'aria-autocomplete': 'list', 'aria-controls': `${id}-list`, 'aria-activedescendant': current }
      : {},
    list: isOpen ? (
      <LinkOptions id={id} options={options} active={at} isLooking={sent === null} onChoose={choose} />
    ) : null,
  }
}
