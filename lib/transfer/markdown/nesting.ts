import { ImportProblem } from '@/lib/transfer/import-problem'

const DEEPEST = 32
const markers = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)))+/
const marker = />|[-+*]|\d{1,9}[.)]/g
const rule = /^[ \t]*(?:(?:-[ \t]*)+|(?:\*[ \t]*)+)$/

/**
 * Refuses quotes and lists nested deeper than any letter is: the parser's time grows with the square of the depth
 * (100 KB of `>` took it over a minute), and its stack ends. Throws an ImportProblem.
 */
export function refuseDeepNesting(text: string): void {
  for (const [index, line] of text.split('\n').entries()) {
    const found = markers.exec(line)?.[0].match(marker)?.length ?? 0
    if (found > DEEPEST && !rule.test(line)) {
      const message = `Quotes and lists are nested more than ${DEEPEST} deep here. Leave the file out, or mend the line.`
      throw new ImportProblem(message, index + 1)
    }
  }
}
