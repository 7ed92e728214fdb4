'use client'

import { useEffect, useRef } from 'react'
import type { EditorState } from '@/components/editor/core/state'
import { focusRow } from '@/components/editor/desk/desk-state'
import { useDesk, useEditorState } from '@/components/editor/desk/use-desk'
import { nameOfItem } from '@/lib/issues/rules'
import type { Present } from '@/lib/presence/schema'

/** “Ada Lovelace” → “AL”. */
function initialsOf(name: string): string {
  const words = name.split(/[\s@.]+/).filter(Boolean)
  const letters = words.slice(0, 2).map((word) => Array.from(word)[0] ?? '')
  return letters.join('').toUpperCase() || '?'
}

/** Where somebody writes, in words. */
function whereOf({ doc }: EditorState, at: string | null): string {
  if (at === null) return 'has this issue open too'
  const item = doc.items[at]
  if (item) return `writes in “${nameOfItem(item)}”`
  const section = doc.sections[at]
  return section ? `writes in the head of ${section.title || 'a section'}` : 'writes in the issue’s own texts'
}

/** Who else has the issue open; nothing while nobody has. */
export function People() {
  const people = useEditorState((state) => state.people)
  useArrivals(people)
  if (people.length === 0) return null
  return (
    <ul className="ed-people" aria-label="Also here">
      {people.map((person) => (
        <Person key={person.userId} person={person} />
      ))}
    </ul>
  )
}

function Person({ person: { name, at } }: { person: Present }) {
  const { desk, editor, tell } = useDesk()
  const where = useEditorState((state) => whereOf(state, at))
  const go = () => {
    // A finger can’t point at somebody to read where they are.
    if (at === null || at === editor.state.doc.issueId) return tell(`${name} ${where}.`)
    desk.set({ view: 'sheet' })
    focusRow(at)
  }
  return (
    <li>
      <button type="button" className="ed-person" title={`${name} ${where}`} onClick={go}>
        <span aria-hidden="true">{initialsOf(name)}</span>
        <span className="sr-only">
          {name} {where}
        </span>
      </button>
    </li>
  )
}

/** Says who came and who went, to those who don’t see it. While that isn’t known nobody has come or gone. */
function useArrivals(people: readonly Present[]): void {
  const { announce } = useDesk()
  const isKnown = useEditorState((state) => state.knowsPeople)
  const before = useRef<readonly Present[]>([])
  useEffect(() => {
    if (!isKnown) return
    const known = (list: readonly Present[], id: string) => list.some(({ userId }) => userId === id)
    const came = people.filter(({ userId }) => !known(before.current, userId))
    const went = before.current.filter(({ userId }) => !known(people, userId))
    before.current = people
    const said = [
      ...came.map(({ name }) => `${name} is here too.`),
      ...went.map(({ name }) => `${name} has left.`),
    ]
    if (said.length > 0) announce(said.join(' '))
  }, [people, isKnown, announce])
}

/** At a row: who writes in it just now. */
export function WritingHere({ id }: { id: string }) {
  const names = useEditorState(({ people }) =>
    people.length === 0
      ? ''
      : people
          .filter(({ at }) => at === id)
          .map(({ name }) => name)
          .join(', '),
  )
  if (names === '') return null
  return (
    <p className="ed-writing">
      {names} <span className="sr-only">writes here now</span>
    </p>
  )
}
