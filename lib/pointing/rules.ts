/** Ids of the items right above and below another in its section; null where it is the first or the last. */
export type Neighbours = { above: string | null; below: string | null }

/** Words by which a text points at another item. `beside`: at the one next to it; `beyond`: at some one further on. */
export type Pointing = { words: string; to: 'above' | 'below'; reach: 'beside' | 'beyond' }

const thing =
  '(?:article|item|post|story|entry|link|piece|talk|video|paper|project|tool|library|outage|incident|one)s?'
const some = "(?:[\\p{L}’'-]{1,20}\\s+){0,4}?"
/** “Another outage caused by” tells of the outage, not of an item above. */
const whose = '(?<!ed\\s+)(?:from|by)'

/** English only, and no more than what nearly always means another item. */
const forms: [Pick<Pointing, 'to' | 'reach'>, RegExp][] = [
  [
    { to: 'above', reach: 'beside' },
    new RegExp(
      [
        `\\b(?:the|that|this|our)\\s+(?:previous|preceding|last)\\s+${thing}\\b`,
        '\\bspeaking\\s+of\\b',
        `\\b(?:another|one\\s+more)\\s+${some}${whose}\\b`,
        `\\b(?:also|more(?:\\s+${some}${thing})?)\\s+${whose}\\b`,
        `\\banother\\s+(?:${thing}|${some}${thing})\\s+(?:on|about)\\b`,
        '\\bin\\s+(?:a|the)\\s+(?:similar|same)\\s+vein\\b',
        '\\bon\\s+(?:a|the)\\s+(?:similar|same|related)\\s+note\\b',
      ].join('|'),
      'iu',
    ),
  ],
  [
    { to: 'above', reach: 'beyond' },
    new RegExp(
      [
        `\\b(?:the\\s+above|(?:the\\s+)?${thing}\\s+above)\\b`,
        '\\b(?:see|as|mentioned|linked|described|discussed|noted|listed|covered)\\s+(?:above|earlier\\s+in\\s+this\\s+issue)\\b',
        '\\bas\\s+(?:I\\s+|we\\s+)?(?:mentioned|said|noted|linked)\\s+(?:above|earlier)\\b',
      ].join('|'),
      'iu',
    ),
  ],
  [{ to: 'below', reach: 'beside' }, new RegExp(`\\bthe\\s+(?:next|following)\\s+${thing}\\b`, 'iu')],
  [
    { to: 'below', reach: 'beyond' },
    new RegExp(
      `\\b(?:see|mentioned|linked|described|discussed|listed|covered)\\s+below\\b|\\b${thing}\\s+below\\b|\\blater\\s+in\\s+this\\s+issue\\b`,
      'iu',
    ),
  ],
]

/** What somebody else wrote points at nothing of ours; nor does an address or a label of a link. */
const ownWords = (text: string) =>
  text
    .split('\n')
    .filter((line) => !/^\s*>/.test(line))
    .join('\n')
    .replace(/\]\([^)\s]*\)/g, ' ')
    .replace(/https?:\/\/\S+/g, ' ')

/** Longer texts are looked through up to here. */
const LONGEST = 20_000

/** Where a text points at other items of its issue: of each kind the first place. */
export function findPointing(markdown: string): Pointing[] {
  const text = ownWords(markdown.slice(0, LONGEST))
  return forms.flatMap(([kind, form]) => {
    const words = form.exec(text)?.[0]
    return words ? [{ ...kind, words: words.replace(/\s+/g, ' ') }] : []
  })
}

/** The neighbours of an item among the ids of its section. */
export function neighboursOf(ids: readonly string[], id: string): Neighbours {
  const at = ids.indexOf(id)
  return { above: ids[at - 1] ?? null, below: at < 0 ? null : (ids[at + 1] ?? null) }
}
