/** What a look at a landing page found. `UNSURE`: the site turns programs away, or we could not look. */
export type LandingOutcome = 'OK' | 'UNSURE' | 'CERTIFICATE' | 'REDIRECTED' | 'DEAD'

/** The last look at the address of a slot's copy. */
export type Landing = {
  /** As the sponsor wrote it. */
  url: string
  outcome: LandingOutcome
  /** One or two sentences for people. */
  message: string
  /** Where it ended, normalised; what was asked last where nothing answered. */
  finalUrl: string
  /** Of HTTP; null where nothing answered. */
  status: number | null
  certificateExpiresAt: Date | null
  checkedAt: Date
}
