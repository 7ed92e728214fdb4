import { TextArea } from '@/components/ui/text-area'
import { markdownBlocks } from '@/lib/render/markdown/markdown-element'
import { Setting } from './setting'
import { SettingGroup } from './setting-group'
import type { SettingsForm } from './use-settings'

/** What stands under every page, and how it looks. */
export function FooterField({ form }: { form: SettingsForm }) {
  const { footer, dir, lang } = form.draft
  return (
    <SettingGroup id="footer" title="Footer">
      <Setting
        form={form}
        name="footer"
        label="Text under every page"
        hint="Markdown. Copyright, imprint, who to write to."
      >
        {(control) => (
          <TextArea
            {...control}
            dir="auto"
            value={footer}
            onChange={({ target }) => form.set('footer', target.value)}
          />
        )}
      </Setting>
      {footer.trim() ? (
        <div className="rounded-md bg-sunk px-4 py-3">
          <h3 className="font-medium">Reads</h3>
          <div
            lang={lang}
            dir={dir}
            className="mt-1 grid gap-2 text-muted [&_a]:text-accent [&_a]:underline [&_ul]:list-disc [&_ul]:ps-5"
          >
            {markdownBlocks(footer, { dir, heading: 4 })}
          </div>
        </div>
      ) : null}
    </SettingGroup>
  )
}
