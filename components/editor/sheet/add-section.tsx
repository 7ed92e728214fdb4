import { ChevronDown, Plus } from 'lucide-react'
import { addSection } from '@/components/editor/desk/actions'
import { useDesk, useDeskState, useEditorState } from '@/components/editor/desk/use-desk'
import { Menu, MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu'

/** What adds a section after the last: an empty one, or one of those that are kept as templates. */
export function AddSection() {
  const desk = useDesk()
  const templates = useDeskState((state) => state.templates)
  const last = useEditorState(({ doc }) => doc.sectionIds.at(-1) ?? null)
  const sections = useEditorState(({ doc }) => doc.sections)
  const titles = new Set(Object.values(sections).map(({ title }) => title?.trim().toLowerCase()))
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
          trigger={
            <button type="button">
              From a template <ChevronDown aria-hidden="true" size={14} />
            </button>
          }
        >
          {templates.map(({ title, layout }) => (
            <MenuItem key={`${layout} ${title}`} onSelect={() => addSection(desk, last, { title, layout })}>
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
