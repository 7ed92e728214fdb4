'use client'

import { type FormEvent, useId, useState } from 'react'
import { useDesk, useDeskState, useEditorState } from '@/components/editor/desk/use-desk'
import { Button } from '@/components/ui/button'
import type { Scheduled } from '@/lib/publishing/schema'
import { formatMoment } from '@/lib/times/rules'
import { Popover } from './popover'
import { useIssueCommand } from './use-issue-command'

/** Schedules a draft; moves its schedule or takes it away. */
export function Schedule() {
  const { desk, tell, complain } = useDesk()
  const open = useDeskState(({ asking }) => asking === 'schedule')
  const scheduled = useEditorState(({ loaded }) => loaded.state === 'SCHEDULED')
  const { busy, run } = useIssueCommand()
  const unschedule = async () => {
    const { failure } = await run('unschedule')
    if (failure) complain(failure.message)
    else tell('It will not go out by itself any more.')
  }
  return (
    <>
      <Popover
        open={open}
        onOpenChange={(now) => desk.set({ asking: now ? 'schedule' : null })}
        label="Schedule"
        trigger={<Button>{scheduled ? 'Change time…' : 'Schedule…'}</Button>}
      >
        <ScheduleForm onDone={() => desk.set({ asking: null })} />
      </Popover>
      {scheduled ? (
        <Button busy={busy} onClick={() => void unschedule()}>
          Unschedule
        </Button>
      ) : null}
    </>
  )
}

function ScheduleForm({ onDone }: { onDone: () => void }) {
  const { publication, settings, tell, editor } = useDesk()
  const { busy, failure, run } = useIssueCommand()
  const id = useId()
  const { scheduledWall } = editor.state.loaded
  const [wall, setWall] = useState(scheduledWall ?? `${editor.state.doc.issue.date}T${settings.sendTime}`)
  const message = failure && (failure.fields.wall ?? failure.message)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const { done } = await run<Scheduled>('schedule', { wall })
    if (!done) return
    onDone()
    tell(done.notice ?? `It goes out ${formatMoment(new Date(done.scheduledAt), done.zone, new Date())}.`)
  }
  return (
    <form onSubmit={(event) => void send(event)}>
      <h2>When shall it go out?</h2>
      <div className="ed-field">
        <label htmlFor={id} className="ed-label">
          Date and time in {publication.zone}
        </label>
        <input
          id={id}
          type="datetime-local"
          className="ed-note"
          value={wall}
          aria-invalid={message ? true : undefined}
          aria-describedby={message ? `${id}-error` : undefined}
          onChange={(event) => setWall(event.target.value.slice(0, 16))}
        />
        {message ? (
          <p id={`${id}-error`} role="alert" className="ed-message">
            {message}
          </p>
        ) : null}
      </div>
      <p>Edits saved before then go out with it.</p>
      <div className="ed-answers">
        <Button onClick={onDone}>Cancel</Button>
        <Button tone="primary" type="submit" busy={busy}>
          Schedule
        </Button>
      </div>
    </form>
  )
}
