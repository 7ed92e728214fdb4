/** A reason why the program can't start or a command can't run; the message is one line that says what to do. */
export class StartError extends Error {
  override readonly name = 'StartError'
}
