import { z } from 'zod'
import { isUrl } from '@/lib/address/is-url'

const isOrigin = (value: string) => {
  const url = isUrl(value) ? new URL(value) : null
  return url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`
}
const isJson = (value: string) => {
  try {
    JSON.parse(value)
    return true
  } catch {
    return false
  }
}
const hasProtocol = (pattern: RegExp) => (value: string) =>
  isUrl(value) && pattern.test(new URL(value).protocol)

const postgresUrl = z
  .string()
  .refine(
    hasProtocol(/^postgres(ql)?:$/),
    'must be an address such as postgresql://user:password@host:5432/name',
  )

/**
 * The environment (docs/operator.md). A variable set to nothing counts as unset, since that is how a compose file
 * or a shell leaves it out.
 */
export const envSchema = z
  .object({
    DATABASE_URL: postgresUrl.optional(),
    /** For LISTEN, jobs and migrations where `DATABASE_URL` is a pooler. */
    DIRECT_DATABASE_URL: postgresUrl.optional(),
    /** The origin that readers see; without a path. */
    APP_URL: z
      .string()
      .refine(isOrigin, 'must be an origin such as https://example.org, without a path')
      .transform((value) => new URL(value).origin)
      .optional(),
    OWNER_EMAIL: z.email('must be an email address').toLowerCase().optional(),
    PORT: z.coerce
      .number('must be a number')
      .int('must be a whole number')
      .min(1, 'must be between 1 and 65535')
      .max(65_535, 'must be between 1 and 65535')
      .default(3000),
    DATA_DIR: z.string().default('.data'),
    /** Memory for readers' pages, in MB; 0 keeps none. */
    CACHE_MB: z.coerce
      .number('must be a number of megabytes')
      .int('must be a whole number of megabytes')
      .min(0, 'must be between 0 and 65536')
      .max(65_536, 'must be between 0 and 65536')
      .default(48),
    /** What a CDN is called by when readers' pages changed; unset, none is told and none may keep pages. */
    CDN_PURGE_URL: z
      .string()
      .refine(hasProtocol(/^https?:$/), 'must be an address such as https://api.example.net/purge')
      .optional(),
    CDN_PURGE_METHOD: z
      .string()
      .regex(/^[A-Z]{2,20}$/, 'must be a method such as POST')
      .default('POST'),
    /** One header of that call, `Name: value`, with which it says who calls. */
    CDN_PURGE_HEADER: z
      .string()
      .regex(/^[\w-]+: *[\x21-\x7e]+( [\x21-\x7e]+)*$/, 'must be a header such as Name: value')
      .optional(),
    /** Body of that call, JSON. */
    CDN_PURGE_BODY: z.string().refine(isJson, 'must be JSON').optional(),
    SMTP_URL: z
      .string()
      .refine(hasProtocol(/^smtps?:$/), 'must be an address such as smtp://user:password@host:587')
      .optional(),
    MAIL_FROM: z.string().optional(),
    /** A WebSub hub, told of whatever changes for readers, which tells those who follow. */
    WEBSUB_HUB: z
      .string()
      .refine(hasProtocol(/^https?:$/), 'must be the address of a hub such as https://hub.example/')
      .transform((value) => new URL(value).href)
      .optional(),
    NEXTAUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
    GITHUB_ID: z.string().optional(),
    GITHUB_SECRET: z.string().optional(),
    GOOGLE_ID: z.string().optional(),
    GOOGLE_SECRET: z.string().optional(),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  })
  .refine((env) => !env.GITHUB_ID === !env.GITHUB_SECRET, {
    path: ['GITHUB_SECRET'],
    message: 'and GITHUB_ID must be set together',
  })
  .refine((env) => !env.GOOGLE_ID === !env.GOOGLE_SECRET, {
    path: ['GOOGLE_SECRET'],
    message: 'and GOOGLE_ID must be set together',
  })
  .transform((env) => ({ ...env, APP_URL: env.APP_URL ?? `http://localhost:${env.PORT}` }))

export type Env = z.infer<typeof envSchema>
