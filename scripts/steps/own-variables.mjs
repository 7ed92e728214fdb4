/**
 * The variables that set up an installation, those of lib/env/schema.ts. Written out once more, since scripts read
 * them before anything is built; a test holds the two together.
 */
export const ownVariables = [
  'DATABASE_URL',
  'DIRECT_DATABASE_URL',
  'APP_URL',
  'OWNER_EMAIL',
  'PORT',
  'DATA_DIR',
  'CACHE_MB',
  'CDN_PURGE_URL',
  'CDN_PURGE_METHOD',
  'CDN_PURGE_HEADER',
  'CDN_PURGE_BODY',
  'SMTP_URL',
  'MAIL_FROM',
  'WEBSUB_HUB',
  'NEXTAUTH_SECRET',
  'GITHUB_ID',
  'GITHUB_SECRET',
  'GOOGLE_ID',
  'GOOGLE_SECRET',
  'LOG_LEVEL',
  'NODE_ENV',
]

/**
 * Forgets what the shell says of a real installation: no test or rig may reach its database, its mail or its CDN.
 * @param {readonly string[]} kept names that stay
 */
export function forgetInstallation(kept = []) {
  for (const name of ownVariables) if (!kept.includes(name)) Reflect.deleteProperty(process.env, name)
}
