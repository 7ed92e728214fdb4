'use client'

import { Choice } from './preview/choice'
import { CopyMenu } from './preview/copy-menu'
import { EmailSize } from './preview/email-size'
import { EmailView } from './preview/email-view'
import { useLook } from './preview/look'
import { PageView } from './preview/page-view'
import { TextView } from './preview/text-view'

/** The issue as its readers will have it, from the text as it stands here: page, email and plain text. */
export function PreviewPane() {
  const [look, choose] = useLook()
  return (
    <div className="ed-preview">
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
      {look.as === 'page' ? <PageView look={look} /> : null}
      {look.as === 'email' ? <EmailView look={look} /> : null}
      {look.as === 'text' ? <TextView /> : null}
      <EmailSize />
    </div>
  )
}
