/** Who carries out a command. Guests carry out none; `system` is jobs, the command line and imports. */
export type Role = 'OWNER' | 'EDITOR' | 'SPONSOR'
export type UserActor = { kind: 'user'; id: string; name: string; role: Role }
export type SystemActor = { kind: 'system'; name: string }
export type Actor = UserActor | SystemActor

/** A system actor, named for the audit, e.g. `schedule`, `import`. */
export function systemActor(name: string): SystemActor {
  return { kind: 'system', name }
}
