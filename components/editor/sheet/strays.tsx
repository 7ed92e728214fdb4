'use client'

import { focusRow } from '@/components/editor/desk/desk-state'
import { useDesk, useEditorState } from '@/components/editor/desk/use-desk'
import { Button } from '@/components/ui/button'

/** Text of this person whose item somebody else removed: kept until it is put back or given up. */
export function Strays() {
  const { editor, announce } = useDesk()
  const strays = useEditorState((state) => state.strays)
  const entries = Object.entries(strays)
  if (entries.length === 0) return null
  const putBack = (id: string) => {
    const back = editor.putBack(id)
    announce(back ? 'Put back.' : 'There is no section to put it into. Add one first.')
    if (back) focusRow(back)
  }
  return (
    <section className="ed-strays" aria-label="Text without a place">
      <p role="alert">
        <b>Somebody removed what you were writing in.</b> Your text is kept here.
      </p>
      {entries.map(([id, { fields }]) => (
        <div key={id}>
          <p dir="auto">
            {['headline', 'title', 'url', 'blurb', 'credit', 'disclosure', 'byline']
              .map((field) => fields[field])
              .filter((text) => typeof text === 'string' && text !== '')
              .join(' · ')}
          </p>
          <Button onClick={() => putBack(id)}>Put it back</Button>{' '}
          <Button tone="quiet" onClick={() => editor.dropStray(id)}>
            Discard
          </Button>
        </div>
      ))}
    </section>
  )
}
