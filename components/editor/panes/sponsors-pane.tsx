import { useEditorState } from '@/components/editor/desk/use-desk'
import type { DraftSlot } from '@/lib/issues/schema'
import { stateInWords } from '@/lib/sponsors/rules'

/** How much a slot wants: nothing, a look, or everything before the issue can go out. */
function levelOf({ state, hasNewer }: DraftSlot): 'block' | 'warn' | null {
  if (state === 'HELD') return 'warn'
  if (state === 'APPROVED' || state === 'RAN') return hasNewer ? 'warn' : null
  return 'block'
}

/** What is booked in this issue and how it stands; each line leads to the slot. */
export function SponsorsPane() {
  const slots = useEditorState(({ loaded }) => loaded.slots)
  return (
    <>
      {slots.length === 0 ? (
        <p className="ed-none">Nothing is booked in this issue.</p>
      ) : (
        <ul className="ed-findings">
          {slots.map((slot) => {
            const level = levelOf(slot)
            return (
              <li key={slot.id}>
                <a href={`/admin/sponsors/slots/${slot.id}`}>
                  {level ? <span className="ed-dot" data-level={level} aria-hidden="true" /> : <span />}
                  <span>
                    {slot.sponsor}
                    <small>
                      {slot.placement}, {stateInWords(slot.state)}
                      {slot.hasNewer && slot.state === 'RAN' ? '; newer copy waits for review' : ''}
                    </small>
                  </span>
                </a>
              </li>
            )
          })}
        </ul>
      )}
      <p className="ed-none">
        <a href="/admin/sponsors">All dates and placements</a>
      </p>
    </>
  )
}
