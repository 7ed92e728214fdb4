import { Notice } from '@/components/ui/notice'

export type Kept = { headline: string; text: string; callToAction: string; url: string }

/** What a form without script brought and couldn't save, to be copied from. */
export function KeptCopy({ kept }: { kept: Kept }) {
  return (
    <div className="mb-6">
      <Notice tone="warn" title="What you wrote">
        <p className="text-muted">
          It is not saved, since the form below holds a newer text. Copy from here what you need.
        </p>
        <div className="mt-2 grid gap-1 rounded bg-sunk px-3 py-2" dir="auto">
          {[kept.headline, kept.text, kept.callToAction, kept.url].filter(Boolean).map((text) => (
            <p key={text} className="whitespace-pre-wrap">
              {text}
            </p>
          ))}
        </div>
      </Notice>
    </div>
  )
}
