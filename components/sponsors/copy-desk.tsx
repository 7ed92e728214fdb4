'use client'

import { type ReactNode, useState } from 'react'
import type { SlotSpec } from '@/lib/slots/schema'
import type { AdCopyContent } from '@/lib/sponsors/schema'
import { CopyForm } from './copy-form'
import { CopyImage } from './copy-image'
import { ProofFrame } from './proof-frame'
import type { ProofViewName } from './proof-views'
import { useCopyDraft } from './use-copy-draft'

type Props = {
  slotId: string
  base: string
  path: string
  view: ProofViewName
  copy: AdCopyContent & { version: number }
  spec: SlotSpec
  /** `YYYY-MM-DD` */
  issueDate: string
  problems: Partial<Record<string, string>>
  submit: string
  sent: string
  /** Above the form, e.g. what to do next. */
  children?: ReactNode
}

/** Writing copy, with the proof beside it showing what is saved. */
export function CopyDesk(props: Props) {
  const { slotId, base, path, view, copy, spec, issueDate, problems, submit, sent, children } = props
  const { version, imageId, ...stored } = copy
  const draft = useCopyDraft(base, stored, version)
  const [images, setImages] = useState(0)
  return (
    <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]">
      <div className="grid min-w-0 content-start gap-4">
        {children}
        <CopyForm
          base={base}
          draft={draft}
          version={version}
          spec={spec}
          issueDate={issueDate}
          hasImage={imageId !== null}
          problems={problems}
          submit={submit}
          sent={sent}
        />
        {spec.imageAllowed ? (
          <CopyImage
            base={base}
            hasImage={imageId !== null}
            onSaved={() => setImages((count) => count + 1)}
          />
        ) : null}
      </div>
      <ProofFrame slotId={slotId} saved={draft.savedAt + version + images} first={view} path={path} />
    </div>
  )
}
