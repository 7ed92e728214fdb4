import type { FieldDiff, RowDiff } from '@/lib/history/schema'
import type { TextPart } from '@/lib/word-diff/rules'

/** One text, with the words that came and went. A part that came or went whole is shown as it reads. */
export function FieldChange({ field, change }: { field: FieldDiff; change: RowDiff['change'] }) {
  const { label, parts } = field
  return (
    <div className="grid gap-x-4 sm:grid-cols-[7rem_minmax(0,1fr)]">
      <dt className="text-[0.8125rem] text-muted">{label}</dt>
      <dd dir="auto" className="font-text text-base leading-relaxed whitespace-pre-wrap">
        {change === 'changed' ? marked(parts) : parts.map((part) => part.text).join('')}
      </dd>
    </div>
  )
}

/** Underlined or struck as well as coloured, and said to those who listen. */
function marked(parts: readonly TextPart[]) {
  const seen = new Map<string, number>()
  return parts.map(({ kind, text }) => {
    const turn = (seen.get(kind + text) ?? 0) + 1
    seen.set(kind + text, turn)
    const key = `${kind}-${text}-${turn}`
    if (kind === 'same') return <span key={key}>{text}</span>
    const [Tag, words, look] =
      kind === 'added'
        ? (['ins', 'added', 'ms-0.5 text-ok underline decoration-2'] as const)
        : (['del', 'removed', 'text-bad line-through'] as const)
    return (
      <Tag key={key} className={`rounded-sm bg-sunk underline-offset-4 ${look}`}>
        <span className="sr-only"> [{words}: </span>
        {text}
        <span className="sr-only">] </span>
      </Tag>
    )
  })
}
