/**
 * Lines that the curator writes under a blurb, told by their words: who sent it (credit), and what ties the curator
 * to it (disclosure).
 */
const disclosures =
  /\b(?:full )?disclosure\b|\bmy (?:employer|sponsor|company)\b|\bsponsorship did not\b|\bI work (?:for|at)\b/i
const credits =
  /^(?:many |much |big )?(?:thanks|thank you|thx|hat[- ]tip|tip of the hat|h\/t|via|credits?|kudos|props|found (?:by|via)|(?:spotted|submitted|suggested|sent in) by)\b/i

const plainDisclosure =
  /^(?:full disclosure\b[:,]|disclosure:|this (?:\w+ ){1,2}is published by my (?:sponsor|employer)\b)/i
const plainCredit =
  /^(?:thanks to .{1,80} for (?:this one|the link|this)[.!]?|(?:h\/t|hat tip|via):? .{1,60})$/i
const glued =
  /(?<=[.!?…”"’)\w#])(full disclosure: [^\n]+|this (?:\w+ ){1,2}is published by my sponsor[^\n]+|thanks to [^.!?\n]{1,80} for this one\.?)$/i

export type Remarked = 'credit' | 'disclosure'

/** What a line set in italics is, or null when its words don't say. */
export function remarkOfItalics(text: string): Remarked | null {
  if (disclosures.test(text)) return 'disclosure'
  return credits.test(text) ? 'credit' : null
}

/** What a line in ordinary type is: told only by set phrases, since it might be the blurb itself. */
export function remarkOfPlain(text: string): Remarked | null {
  if (plainDisclosure.test(text)) return 'disclosure'
  return plainCredit.test(text) ? 'credit' : null
}

/**
 * Cuts a credit or disclosure off the end of a text that it was glued to without a space, as copying from a page
 * leaves it ("…for that.Thanks to an anonymous contributor for this one.").
 */
export function cutGluedRemark(text: string): { text: string; remark: string } | null {
  const found = glued.exec(text)
  if (!found?.[1] || found.index === 0) return null
  return { text: text.slice(0, found.index), remark: found[1] }
}
