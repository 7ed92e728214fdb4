import type { RowRef } from './document'
import type { Editor } from './editor'

/**
 * The cursor in one field. A field that goes away with the cursor in it, as when Esc closes an item, is told of no blur:
 * whoever draws it calls `end`, or what others write there would be held back for good.
 */
export class Cursor {
  private row: RowRef | null = null

  constructor(
    private readonly editor: Pick<Editor, 'enter' | 'leave'>,
    private readonly field: string,
  ) {}

  enter(row: RowRef): void {
    this.row = row
    this.editor.enter(row, this.field)
  }

  leave(row: RowRef): void {
    this.row = null
    this.editor.leave(row)
  }

  /** The field is drawn no more. */
  end(): void {
    if (this.row) this.leave(this.row)
  }
}
