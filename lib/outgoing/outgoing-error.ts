import { AppError } from '@/lib/errors/app-error'

/**
 * Why nothing could be fetched.
 * `address`: no http(s) address that may be asked · `refused`: it leads to an address that is not public ·
 * `unknown_host`: no such host · `offline`: our own side can't reach the network or its names ·
 * `timeout`: no answer in time · `connection`: refused · `cut`: cut off · `certificate`: its certificate is not to be trusted ·
 * `protocol`: what answered speaks no HTTP · `redirects`: too many of them
 */
export type OutgoingReason =
  | 'address'
  | 'refused'
  | 'unknown_host'
  | 'offline'
  | 'timeout'
  | 'connection'
  | 'cut'
  | 'certificate'
  | 'protocol'
  | 'redirects'

const messages: Record<OutgoingReason, string> = {
  address: 'This address can’t be fetched. Use one of a public site that starts with https:// or http://.',
  refused: 'This address leads to a machine that is not on the public internet. Use a public one.',
  unknown_host: 'There is no host of this name. Check how it is spelled.',
  offline: 'The network can’t be reached from here just now. Try again later.',
  timeout: 'The site did not answer in time. Try again later.',
  connection: 'The site refused the connection. Try again later.',
  cut: 'The site cut the connection off. Try again later.',
  certificate: 'The site’s certificate is not to be trusted, so nothing was fetched from it.',
  protocol: 'What answers at this address is not a web server.',
  redirects: 'This address leads from one redirect to the next without end. Use the one it should end at.',
}

/** Said of an outgoing fetch that brought no answer. `url` is where it ended; `cause` what Node said, if it did. */
export class OutgoingError extends AppError {
  readonly reason: OutgoingReason
  readonly url: string

  constructor(reason: OutgoingReason, url: string, cause?: unknown) {
    super('invalid', messages[reason], { detail: { reason }, cause })
    this.name = 'OutgoingError'
    this.reason = reason
    this.url = url
  }
}

const byCode: [RegExp, OutgoingReason][] = [
  [/^(ENOTFOUND|ENODATA|EAI_NONAME|EAI_NODATA|ERR_INVALID_IP_ADDRESS)$/, 'unknown_host'],
  [/^(EAI_.*|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|ETIMEOUT)$/, 'offline'],
  [/^ETIMEDOUT$/, 'timeout'],
  [/^(ECONNREFUSED|EHOSTUNREACH|EHOSTDOWN)$/, 'connection'],
  [/CERT|SELF_SIGNED|UNABLE_TO_VERIFY/, 'certificate'],
  [/^HPE_/, 'protocol'],
]

/** Says in our words what Node's error was about. @param late whether the time was over by then */
export function outgoingErrorOf(error: unknown, url: string, late: boolean): OutgoingError {
  if (error instanceof OutgoingError) return error
  if (late) return new OutgoingError('timeout', url, error)
  const code = (error as { code?: unknown } | null)?.code
  const known = typeof code === 'string' ? byCode.find(([pattern]) => pattern.test(code)) : undefined
  return new OutgoingError(known?.[1] ?? 'cut', url, error)
}
