import { CommandError } from '@/components/studio/send-command'
import type { CaptureRow, CaptureText } from '@/lib/captures/schema'
import type { Inbox } from './inbox'
import type { HeldTexts, InboxTools } from './state'

type Fields = Readonly<Partial<CaptureText>>
type Conflict = { theirs: unknown }

/** Of a text that somebody else saved meanwhile, theirs; saved once more, ours stands. */
function problemsOf({ code, fields, detail }: CommandError): Record<string, string> {
  if (code !== 'conflict') return fields
  const conflicts = Object.entries((detail.conflicts ?? {}) as Record<string, Conflict>)
  return Object.fromEntries(
    conflicts.map(([name, { theirs }]) => [
      name,
      `Somebody else wrote meanwhile: “${theirs}”. Save again to keep yours instead.`,
    ]),
  )
}

/** What of some texts says something else than others do. */
const unlike = (fields: Fields, others: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).filter(([name, text]) => text !== others[name as keyof CaptureText]),
  )

/** What is typed into captures is held here until the server has it, whatever becomes of its form. */
export class Texts {
  private readonly underWay = new Map<string, { fields: Fields; saved: Promise<boolean> }>()

  constructor(
    private readonly inbox: Inbox,
    private readonly tools: Pick<InboxTools, 'save' | 'complain'>,
  ) {}

  private of(id: string): HeldTexts | undefined {
    return this.inbox.state.texts[id]
  }

  private set(id: string, held: HeldTexts | null): void {
    const { [id]: _, ...others } = this.inbox.state.texts
    this.inbox.box.set({ texts: held ? { ...others, [id]: held } : others })
  }

  /** Holds what was typed. What is as it was before needs no saving. */
  write(row: CaptureRow, change: Fields): void {
    const before = this.of(row.id) ?? { fields: {}, version: row.version, problems: {}, isSaving: false }
    const fields = { ...before.fields, ...change }
    const isNews = before.isSaving || Object.keys(unlike(fields, row)).length > 0
    this.set(row.id, isNews ? { ...before, fields } : null)
  }

  /** Lets go what was typed. */
  drop(id: string): void {
    this.set(id, null)
  }

  /**
   * Saves what was typed, in its turn, and answers whether the server has it. What it doesn't have stays, with what is
   * wrong; where no row shows that, it is told.
   */
  save(id: string): Promise<boolean> {
    const held = this.of(id)
    if (!held) return Promise.resolve(true)
    const before = this.underWay.get(id)
    if (before?.fields === held.fields) return before.saved
    this.set(id, { ...held, isSaving: true })
    const saved = this.inbox.send(async () => {
      // What was refused has to be seen before it is sent once more.
      const isSaved = (!before || (await before.saved)) && (await this.send(id))
      if (this.underWay.get(id)?.saved === saved) this.end(id)
      return isSaved
    })
    this.underWay.set(id, { fields: held.fields, saved })
    return saved
  }

  private end(id: string): void {
    this.underWay.delete(id)
    const held = this.of(id)
    if (held) this.set(id, { ...held, isSaving: false })
  }

  private async send(id: string): Promise<boolean> {
    const sent = this.of(id)
    if (!sent) return true
    try {
      const { version, unseen } = await this.tools.save(id, sent.version, sent.fields)
      this.inbox.replace(id, { ...unseen, ...sent.fields, version })
      const held = this.of(id)
      const fields = unlike(held?.fields ?? {}, sent.fields)
      const isMore = held && Object.keys(fields).length > 0
      this.set(id, isMore ? { ...held, fields, version, problems: {} } : null)
      return true
    } catch (error) {
      this.refuse(id, error)
      return false
    }
  }

  private refuse(id: string, error: unknown): void {
    const held = this.of(id)
    const problems = error instanceof CommandError ? problemsOf(error) : {}
    const isConflict = error instanceof CommandError && error.code === 'conflict'
    const version = isConflict ? { version: Number(error.detail.version) } : {}
    if (held) this.set(id, { ...held, ...version, problems })
    const isShown =
      held && Object.keys(problems).length > 0 && this.inbox.state.rows.some((row) => row.id === id)
    if (!isShown) this.tools.complain(error)
  }
}
