import { describe, expect, it } from 'vitest'
import { EnvError, parseEnv } from './env'

describe('parseEnv', () => {
  it('fills in what may be left out', () => {
    const env = parseEnv({ PORT: '3111', DATA_DIR: '/srv/data' })
    expect(env).toMatchObject({ PORT: 3111, APP_URL: 'http://localhost:3111', DATA_DIR: '/srv/data' })
    expect(env.DATABASE_URL).toBeUndefined()
  })

  it('takes an empty variable for an unset one', () => {
    expect(parseEnv({ DATABASE_URL: '', PORT: '' })).toMatchObject({ PORT: 3000 })
  })

  it.each([
    [{ PORT: '99999' }, 'PORT must be between 1 and 65535'],
    [{ PORT: 'http' }, 'PORT must be a number'],
    [{ APP_URL: 'https://example.org/news' }, 'APP_URL must be an origin'],
    [{ APP_URL: 'javascript:alert(1)' }, 'APP_URL must be an origin'],
    [{ DATABASE_URL: 'mysql://root@localhost/x' }, 'DATABASE_URL must be an address'],
    [{ OWNER_EMAIL: 'me' }, 'OWNER_EMAIL must be an email address'],
    [{ NEXTAUTH_SECRET: 'short' }, 'NEXTAUTH_SECRET must have at least 32 characters'],
    [{ SMTP_URL: 'mail.example.org' }, 'SMTP_URL must be an address'],
    [{ GITHUB_ID: 'x' }, 'GITHUB_SECRET and GITHUB_ID must be set together'],
  ])('refuses %j in one line that names the variable', (source, message) => {
    expect(() => parseEnv(source)).toThrow(EnvError)
    expect(() => parseEnv(source)).toThrow(message)
  })

  it('never repeats the value, which may be a secret', () => {
    const attempt = () => parseEnv({ DATABASE_URL: 'hunter2hunter2' })
    expect(attempt).toThrow(/^((?!hunter2).)*$/)
  })
})
