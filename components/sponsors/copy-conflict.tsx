import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

type Props = { mine: string; theirs: string; onChoose: (value: string) => void }

/** Two people wrote in one field: both texts, until one of them is chosen. */
export function CopyConflict({ mine, theirs, onChoose }: Props) {
  return (
    <Notice tone="warn" title="Somebody else changed this meanwhile" alert>
      <p className="mt-1 rounded bg-sunk px-2 py-1 whitespace-pre-wrap" dir="auto">
        {theirs || 'They emptied it.'}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button onClick={() => onChoose(mine)}>Keep mine</Button>
        <Button onClick={() => onChoose(theirs)}>Take theirs</Button>
      </div>
    </Notice>
  )
}
