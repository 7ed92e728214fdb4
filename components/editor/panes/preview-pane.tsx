'use client'

import { memo, useDeferredValue } from 'react'
import { Choice } from './preview/choice'
import { CopyMenu } from './preview/copy-menu'
import { EmailSize } from './preview/email-size'
import { EmailView } from './preview/email-view'
import { type Look, useLook } from './preview/look'
import { PageView } from './preview/page-view'
import { TextView } from './preview/text-view'

/** The issue as its readers will have it, from the text as it stands here: page, email and plain text. */
export function PreviewPane() {
  const [look, choose] = useLook()
  // As with the panes: the button is pressed at once, and what it leads to is drawn after that.
  const shown = useDeferredValue(look)
  return (
    <div className="ed-preview" aria-busy={shown !== look}>
      <div className="ed-preview-tools">
        <Choice
          label="Preview as"
          value={look.as}
          onChange={(as) => choose({ as })}
          options={[
            ['page', 'Page'],
            ['email', 'Email'],
            ['text', 'Text'],
          ]}
        />
        <CopyMenu />
      </div>
      {look.as === 'text' ? null : (
        <div className="ed-preview-tools">
          <Choice
            label="Width"
            value={look.width}
            onChange={(width) => choose({ width })}
            options={[
              ['phone', 'Phone'],
              ['desktop', 'Desktop'],
            ]}
          />
          <Choice
            label="Colours"
            value={look.scheme}
            onChange={(scheme) => choose({ scheme })}
            options={[
              ['here', 'As here'],
              ['light', 'Light'],
              ['dark', 'Dark'],
            ]}
          />
        </div>
      )}
      <View look={shown} />
      <EmailSize />
    </div>
  )
}

const View = memo(function View({ look }: { look: Look }) {
  if (look.as === 'text') return <TextView />
  return look.as === 'email' ? <EmailView look={look} /> : <PageView look={look} />
})
