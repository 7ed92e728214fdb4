/** The columns that make an item's content (`itemContentSchema`). */
export const itemSelect = {
  kind: true,
  headline: true,
  url: true,
  links: true,
  blurb: true,
  byline: true,
  credit: true,
  disclosure: true,
  topics: true,
  tied: true,
  lang: true,
  dir: true,
} as const
