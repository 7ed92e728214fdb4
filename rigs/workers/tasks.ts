import { systemActor } from '@/lib/accounts/schema'
import { saveItem } from '@/lib/issues/commands/save-item'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { editAtRandom } from '@/rigs/editors/editor'

export const rigActor = systemActor('rig')

/** What a worker process does when it is told to; the same commands that the routes call. */
export const tasks = {
  publish: (input: Parameters<typeof publishIssue>[1]) => publishIssue(rigActor, input),
  save: (input: Parameters<typeof saveItem>[1]) => saveItem(rigActor, input),
  edit: editAtRandom,
}

export type Tasks = typeof tasks
export type TaskName = keyof Tasks
export type TaskInput<N extends TaskName> = Parameters<Tasks[N]>[0]
export type TaskResult<N extends TaskName> = Awaited<ReturnType<Tasks[N]>>

export type TaskCall = { call: number; task: TaskName; input: unknown }
export type TaskAnswer = { call: number; result: unknown } | { call: number; code: string; message: string }
