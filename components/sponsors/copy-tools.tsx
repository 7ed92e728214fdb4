'use client'

import { Bold, Italic, Link as LinkIcon, List } from 'lucide-react'
import type { RefObject } from 'react'
import { applyEdit } from '@/components/editor/fields/apply-edit'
import { makeLink, type TextEdit, toggleMark } from '@/components/editor/fields/markdown-edit'
import { Button } from '@/components/ui/button'

/** Begins each line of the selection as a bullet. */
function makeBullets(text: string, from: number, to: number): TextEdit {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const insert = text
    .slice(start, to)
    .split('\n')
    .map((line) => (line.startsWith('- ') ? line : `- ${line}`))
    .join('\n')
  const end = start + insert.length
  return { from: start, to, insert, select: [end, end] }
}

type Make = (text: string, from: number, to: number) => TextEdit
const tools: { label: string; icon: typeof Bold; make: Make }[] = [
  { label: 'Bold', icon: Bold, make: (text, from, to) => toggleMark(text, from, to, '**') },
  { label: 'Italic', icon: Italic, make: (text, from, to) => toggleMark(text, from, to, '*') },
  { label: 'Link', icon: LinkIcon, make: (text, from, to) => makeLink(text, from, to) },
  { label: 'Bullets', icon: List, make: makeBullets },
]

/** Buttons for those who don’t know the marks. */
export function CopyTools({ area }: { area: RefObject<HTMLTextAreaElement | null> }) {
  const use = (make: Make) => {
    const element = area.current
    if (element) applyEdit(element, make(element.value, element.selectionStart, element.selectionEnd))
  }
  return (
    <div role="toolbar" aria-label="Format" className="flex gap-1 [@media(scripting:none)]:hidden">
      {tools.map(({ label, icon: Icon, make }) => (
        <Button key={label} tone="quiet" className="px-2" aria-label={label} onClick={() => use(make)}>
          <Icon aria-hidden="true" size={16} />
        </Button>
      ))}
    </div>
  )
}
