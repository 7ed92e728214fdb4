'use client'

import { useDraggable } from '@dnd-kit/core'
import { GripVertical } from 'lucide-react'
import type { CaptureRow } from '@/lib/captures/schema'

/** What a capture is dragged into the issue by; the keyboard has `1` to `9` and `h` for it. */
export function CaptureGrip({ row }: { row: CaptureRow }) {
  const { setNodeRef, listeners } = useDraggable({ id: `capture:${row.id}` })
  return (
    <span ref={setNodeRef} className="ed-grip" aria-hidden="true" title="Drag into the issue" {...listeners}>
      <GripVertical size={16} />
    </span>
  )
}
