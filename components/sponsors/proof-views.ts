/** How a proof can be looked at; sizes in CSS px. */
export const views = [
  { key: 'web', label: 'Page', path: '', width: 760, height: 720 },
  { key: 'phone', label: 'On a phone', path: '', width: 375, height: 720 },
  { key: 'email', label: 'Email', path: '/email', width: 680, height: 720 },
  { key: 'email-phone', label: 'Email on a phone', path: '/email', width: 375, height: 720 },
  { key: 'dark', label: 'Email, dark', path: '/email', width: 680, height: 720, scheme: 'dark' },
  { key: 'text', label: 'Plain text', path: '/text', width: 680, height: 720 },
] as const
export type ProofViewName = (typeof views)[number]['key']

/** The view that an address names; the page where it names none. */
export function proofViewOf(name: unknown): ProofViewName {
  return views.find(({ key }) => key === name)?.key ?? 'web'
}
