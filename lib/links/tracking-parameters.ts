/**
 * Names of query parameters that say how somebody came to a page and nothing of which page it is. The list is ours
 * and short on purpose: a name too many makes one link of two pages, a name too few only leaves two links of one. Each
 * is documented by whoever adds it to addresses.
 */
const prefixes = [
  'utm_', // Google Analytics' campaign parameters, and those of everybody who followed
  'mtm_', // Matomo
  'pk_', // Matomo, when it was Piwik
  'piwik_',
  'itm_', // Adobe Experience Manager, internal campaigns
  'hsa_', // HubSpot Ads
  'vero_', // Vero
  'oly_', // Omeda Olytics
]

const names = new Set([
  'gclid', // Google Ads
  'gclsrc',
  'dclid',
  'gbraid',
  'wbraid',
  'gad_source',
  'gad_campaignid',
  '_ga', // Google Analytics' linker
  '_gl',
  'fbclid', // Meta
  'fb_action_ids',
  'fb_action_types',
  'fb_source',
  'igshid', // Instagram
  'igsh',
  'msclkid', // Microsoft Advertising
  'twclid', // X
  'ttclid', // TikTok
  'li_fat_id', // LinkedIn
  'epik', // Pinterest
  'rdt_cid', // Reddit
  'yclid', // Yandex
  'ysclid',
  'mc_cid', // Mailchimp
  'mc_eid',
  'mkt_tok', // Marketo
  '_hsenc', // HubSpot
  '_hsmi',
  '__hssc',
  '__hstc',
  '__hsfp',
  'hsctatracking',
  'ck_subscriber_id', // Kit
  '_bhlid', // beehiiv
  '_kx', // Klaviyo
  '__s', // Drip
  'elqtrackid', // Oracle Eloqua
  's_cid', // Adobe Analytics
  'wt.mc_id', // Webtrends
  'ref_src', // X's embedded posts
  'ref_url',
  'cmpid', // Bloomberg, BBC and others
  'ncid',
  'guccounter', // Yahoo
  'guce_referrer',
  'guce_referrer_sig',
])

/** Names that track on one site and may mean something on another, by registrable domain. */
const ofSites: Record<string, readonly string[]> = {
  'youtube.com': ['feature', 'si', 'pp', 'ab_channel'],
  'youtu.be': ['feature', 'si'],
  'medium.com': ['source', 'sk', 'gi'],
  'twitter.com': ['s', 't'],
  'x.com': ['s', 't'],
  'nytimes.com': ['smid', 'smtyp', 'partner', 'emc', 'rref', '_r'],
  'linkedin.com': ['trk', 'trackingid', 'lipi', 'midtoken', 'midsig'],
  'theguardian.com': ['cmp'],
  'substack.com': ['r', 'publication_id', 'post_id', 'isfreemail', 'triedredirect'],
  'reddit.com': ['share_id', 'st', 'sh', 'rdt'],
  'spotify.com': ['si'],
  'amazon.com': ['tag', 'ref_', 'ref', 'linkcode', 'qid', 'sr', 'sprefix', 'crid'],
}

/**
 * Whether a query parameter only tracks.
 * @param name decoded, in any case
 * @param site registrable domain of the address
 */
export function isTracking(name: string, site: string): boolean {
  // Copied out of HTML source, `&amp;` leaves its last letters to the name that follows.
  const plain = name.toLowerCase().replace(/^(?:amp;)+/, '')
  if (names.has(plain) || prefixes.some((prefix) => plain.startsWith(prefix))) return true
  return ofSites[site]?.includes(plain) ?? false
}
