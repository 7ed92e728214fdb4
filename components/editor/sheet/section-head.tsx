'use client'

import { Ellipsis } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { addSection, removeSection, stepSection } from '@/components/editor/desk/actions'
import { keepAsTemplate } from '@/components/editor/desk/keep-as-template'
import { useDesk, useDeskState, useField } from '@/components/editor/desk/use-desk'
import { TextField } from '@/components/editor/fields/text-field'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'

/** A section’s title, written in place, its count, and what can be done with the section. */
export function SectionHead({ id, count }: { id: string; count: number }) {
  const { desk } = useDesk()
  const head = useRef<HTMLDivElement>(null)
  const row = { kind: 'section' as const, id }
  const asked = useDeskState(({ editing }) => (editing?.row.id === id ? editing : null))
  const { value: title } = useField(row, 'title')
  useEffect(() => {
    if (asked) head.current?.querySelector('textarea')?.focus()
  }, [asked])
  return (
    <div ref={head} className="ed-section-head" data-block={id} data-kind="section" data-home="">
      <h2 className="sr-only">{title || 'Untitled section'}</h2>
      <TextField
        row={row}
        field="title"
        label="Section title"
        placeholder="Untitled section"
        className="ed-section-title"
        onEnter={() => desk.stopEditing()}
      />
      <span className="ed-count">
        {count}
        <span className="sr-only"> {count === 1 ? 'item' : 'items'}</span>
      </span>
      <Menu
        trigger={
          <button
            type="button"
            className="ed-icon"
            aria-label={`Actions for section ${title || 'without a title'}`}
          >
            <Ellipsis aria-hidden="true" size={16} />
          </button>
        }
      >
        <SectionActions id={id} />
      </Menu>
    </div>
  )
}

function SectionActions({ id }: { id: string }) {
  const desk = useDesk()
  const { editor } = desk
  const row = { kind: 'section' as const, id }
  const list = editor.state.doc.sections[id]?.layout === 'list'
  return (
    <>
      <MenuItem onSelect={() => editor.edit(row, 'layout', list ? 'articles' : 'list')}>
        {list ? 'Set as articles' : 'Set as a compact list'}
      </MenuItem>
      <MenuItem onSelect={() => addSection(desk, id)}>Add a section below</MenuItem>
      <MenuItem onSelect={() => void keepAsTemplate(desk, id)}>Save as a template</MenuItem>
      <MenuSeparator />
      <MenuItem onSelect={() => stepSection(desk, id, -1)}>Move section up</MenuItem>
      <MenuItem onSelect={() => stepSection(desk, id, 1)}>Move section down</MenuItem>
      <MenuSeparator />
      <MenuItem danger onSelect={() => removeSection(desk, id)}>
        Remove section
      </MenuItem>
    </>
  )
}
