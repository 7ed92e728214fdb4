import { ChevronDown, Plus } from 'lucide-react'
import { useRef } from 'react'
import { addSection } from '@/components/editor/desk/actions'
import { useDesk, useDeskState, useEditorState } from '@/components/editor/desk/use-desk'
import { Menu, MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu'
import type { SectionTemplate } from '@/lib/publication/schema'

/** What adds a section after the last: an empty one, or one of those that are kept as templates. */
export function AddSection() {
  const desk = useDesk()
  const added = useRef(false)
  const templates = useDeskState((state) => state.templates)
  const last = useEditorState(({ doc }) => doc.sectionIds.at(-1) ?? null)
  const sections = useEditorState(({ doc }) => doc.sections)
  const titles = new Set(Object.values(sections).map(({ title }) => title?.trim().toLowerCase()))
  const addTemplate = (template: Pick<SectionTemplate, 'title' | 'layout'>) => {
    added.current = true
    addSection(desk, last, template)
  }
  // Where a section was added the focus is in it, and the menu's button doesn't take it back.
  const leaveFocus = (event: Event) => {
    if (added.current) event.preventDefault()
    added.current = false
  }
  return (
    <div className="ed-add ed-add-section">
      <button type="button" onClick={() => addSection(desk, last, { layout: 'articles' })}>
        <Plus aria-hidden="true" size={14} /> Section of articles
      </button>
      <button type="button" onClick={() => addSection(desk, last, { layout: 'list' })}>
        <Plus aria-hidden="true" size={14} /> Compact list
      </button>
      {templates.length > 0 ? (
        <Menu
          align="start"
          onClosed={leaveFocus}
          trigger={
            <button type="button">
              From a template <ChevronDown aria-hidden="true" size={14} />
            </button>
          }
        >
          {templates.map(({ title, layout }) => (
            <MenuItem key={`${layout} ${title}`} onSelect={() => addTemplate({ title, layout })}>
              <span dir="auto">{title ?? 'Untitled section'}</span>
              <span className="ms-auto ps-3 text-[0.8125rem] text-muted">
                {title && titles.has(title.toLowerCase()) ? 'in this issue' : layout === 'list' ? 'list' : ''}
              </span>
            </MenuItem>
          ))}
          <MenuSeparator />
          <MenuLink>
            <a href="/admin/settings#sections">Arrange templates</a>
          </MenuLink>
        </Menu>
      ) : null}
    </div>
  )
}
