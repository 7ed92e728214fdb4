import type { ItemContent } from './schema'

/** An item in which nothing is written. */
export const emptyItem: ItemContent = {
  kind: 'link',
  headline: '',
  url: '',
  links: [],
  blurb: '',
  byline: '',
  credit: '',
  disclosure: '',
  topics: [],
  tied: false,
  lang: null,
  dir: null,
}
