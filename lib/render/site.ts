import type { SponsorLinks } from '@/lib/clicks/schema'

/** What a rendering that is read away from the site must know of it. */
export type Site = {
  /** Origin of the site, e.g. `https://tides.example`. */
  origin: string
  /** Addresses that count clicks on sponsors' links; without them links lead straight there. */
  sponsorLinks?: SponsorLinks | undefined
  /** Language of what the rendering is read in; a text in another says which. */
  lang?: string
}
