'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { ItemText } from '@/components/editor/core/document'
import { leaveItem } from '@/components/editor/desk/actions'
import { useDesk, useEditorState, useField } from '@/components/editor/desk/use-desk'
import { FieldConflict } from '@/components/editor/fields/field-conflict'
import { callSnippet } from '@/components/editor/fields/snippet-picker'
import type { ItemKind, Layout } from '@/lib/document/schema'
import { LanguageFields } from './language-fields'
import { TopicSuggestions } from './topic-suggestions'
import { TopicsField } from './topics-field'

type Extra = 'byline' | 'links' | 'credit' | 'disclosure' | 'topics' | 'lang'
const extraNames: Record<Extra, string> = {
  byline: 'Byline',
  links: 'Link',
  credit: 'Credit',
  disclosure: 'Disclosure',
  topics: 'Topics',
  lang: 'Language',
}
const all = Object.keys(extraNames) as Extra[]
const kinds: Record<ItemKind, string> = { link: 'Link', quote: 'Quote', note: 'Note' }

/** Language and direction are one thing to whoever asks for them. */
function isFilled(item: ItemText, extra: Extra): boolean {
  return extra === 'lang' ? item.lang !== null || item.dir !== null : item[extra].length > 0
}

export type Extras = { has: (extra: Extra) => boolean; open: (extra: Extra) => void }

/** Which of the rarer fields an item shows: those with something in them, and those the person asked for. */
export function useExtras(id: string, field: string | null): Extras {
  const [opened, setOpened] = useState<Extra[]>([])
  const filled = useEditorState(({ doc, sync }) => {
    const item = doc.items[id]
    const conflicts = sync[id]?.conflicts ?? {}
    const isAsked = (extra: Extra) => extra in conflicts || (extra === 'lang' && 'dir' in conflicts)
    return item ? all.filter((extra) => isFilled(item, extra) || isAsked(extra)).join(' ') : ''
  })
  return {
    has: (extra) =>
      filled.split(' ').includes(extra) ||
      opened.includes(extra) ||
      field === extra ||
      (extra === 'lang' && field === 'dir'),
    open: (extra) => setOpened((before) => [...before, extra]),
  }
}

type Props = { id: string; layout: Layout; extras: Extras }

/** What an item can have besides, and what it is; and the keys that lead out of it. */
export function ItemExtras({ id, layout, extras }: Props) {
  const whole = useDesk()
  const { editor, desk } = whole
  const row = { kind: 'item' as const, id }
  const { value: links = [] } = useField(row, 'links')
  const open = (extra: Extra) => {
    if (extra === 'links') editor.edit(row, 'links', [...links, { label: '', url: '' }])
    extras.open(extra)
    desk.edit(row, extra)
  }
  return (
    <>
      {extras.has('topics') ? <TopicsField id={id} /> : null}
      {extras.has('lang') ? <LanguageFields id={id} /> : null}
      <TopicSuggestions id={id} />
      <div className="ed-tools">
        {layout === 'articles' ? <KindSelect id={id} /> : null}
        {all
          .filter((extra) => extra === 'links' || !extras.has(extra))
          .map((extra) => (
            <button key={extra} type="button" onClick={() => open(extra)}>
              <Plus aria-hidden="true" size={13} /> {extraNames[extra]}
            </button>
          ))}
        <button
          type="button"
          onClick={({ currentTarget }) =>
            callSnippet(currentTarget.closest('[data-form]')?.querySelector('textarea[data-field="blurb"]'))
          }
        >
          <Plus aria-hidden="true" size={13} /> Snippet
        </button>
        <span className="ed-keys" aria-hidden="true">
          <kbd>Esc</kbd> done <kbd>Alt ↑↓</kbd> move <kbd>Ctrl ⏎</kbd> next
        </span>
        <button type="button" className="ed-done" onClick={() => leaveItem(whole, id)}>
          Done
        </button>
      </div>
      <KindConflict id={id} />
    </>
  )
}

function KindSelect({ id }: { id: string }) {
  const { editor } = useDesk()
  const row = { kind: 'item' as const, id }
  const { value = 'link' } = useField(row, 'kind')
  return (
    <select
      aria-label="Kind of item"
      data-part="kind"
      value={value}
      onChange={(event) => editor.edit(row, 'kind', event.target.value)}
    >
      {Object.entries(kinds).map(([kind, name]) => (
        <option key={kind} value={kind}>
          {name}
        </option>
      ))}
    </select>
  )
}

/** Two people made different things of one item; in a list too, where its kind is not to be chosen. */
function KindConflict({ id }: { id: string }) {
  const row = { kind: 'item' as const, id }
  const { value, conflicted, theirs } = useField(row, 'kind')
  if (!conflicted) return null
  return <FieldConflict row={row} field="kind" label="Kind of item" mine={value} theirs={theirs} />
}
