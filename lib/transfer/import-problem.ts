/**
 * A source that can't be imported. `message` is a whole sentence without the file's name that says what is wrong
 * and what to do; the report puts file and line in front.
 */
export class ImportProblem extends Error {
  readonly line: number | null

  constructor(message: string, line: number | null = null) {
    super(message)
    this.name = 'ImportProblem'
    this.line = line
  }
}

/** A text in which there is no issue: passed over in a folder, a problem when the person named the file itself. */
export class NoIssueFound extends ImportProblem {}
