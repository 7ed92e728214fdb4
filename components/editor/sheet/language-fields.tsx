'use client'

import { DirectionField } from '@/components/editor/fields/direction-field'
import { TextField } from '@/components/editor/fields/text-field'

/** The language of one item's texts, and their direction, where they aren't the issue's. */
export function LanguageFields({ id }: { id: string }) {
  const row = { kind: 'item' as const, id }
  return (
    <>
      <TextField
        row={row}
        field="lang"
        label="Language"
        shown
        emptyIsNone
        dir="ltr"
        className="ed-small"
        placeholder="as the issue, such as ar"
      />
      <DirectionField row={row} none="as its language" className="ed-small" />
    </>
  )
}
