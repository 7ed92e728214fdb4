import type { Direction } from '@/lib/document/schema'
import { dirAttribute } from '@/lib/render/direction'

type Props = {
  id: string
  title: string
  count: number
  /** What is counted, one and many: said to those who hear the page. */
  unit: [string, string]
  dir: Direction
}

/** A title on its hairline, with a count at the other end. */
export function SectionHead({ id, title, count, unit, dir }: Props) {
  return (
    <h2 id={id} className="section-head">
      <span {...dirAttribute(title, dir)}>{title}</span>{' '}
      <span className="count">
        {count}
        <span className="unseen">{` ${unit[count === 1 ? 0 : 1]}`}</span>
      </span>
    </h2>
  )
}
