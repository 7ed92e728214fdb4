import { expect, it } from 'vitest'
import { envSchema } from '@/lib/env/schema'
import { ownVariables } from './own-variables.mjs'

it('names every variable that an installation is set up by', () => {
  expect(ownVariables).toEqual(Object.keys(envSchema.in.shape))
})
