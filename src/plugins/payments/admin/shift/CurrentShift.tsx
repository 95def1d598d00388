'use client'

import { Button, useAuth, useConfig } from '@payloadcms/ui'

import { showTime } from '@/lib/panel/showDate'
import { showRupiah } from '@/lib/panel/showRupiah'

import { CloseForm } from './CloseForm'
import { Entries } from './Entries'
import { FloatForm } from './FloatForm'
import { MoveForm } from './MoveForm'
import { Report } from './Report'
import styles from './Shift.module.css'
import { Takings } from './Takings'
import { useMine } from './useMine'
import { useWords } from './useWords'

type Known = NonNullable<ReturnType<typeof useMine>['known']>
type Props = { known: Known; onChange: () => Promise<void> }

const useIsCashier = (): boolean => (useAuth().user as { role?: string } | null)?.role === 'cashier'

const NoShift = ({ onChange }: { onChange: () => Promise<void> }) => {
  const words = useWords()
  const isCashier = useIsCashier()
  return (
    <section className={styles.panel}>
      <h2>{words.none}</h2>
      <p className={styles.quiet}>{isCashier ? words.openFirst : words.opensItself}</p>
      {isCashier && <FloatForm onDone={onChange} shift={null} />}
    </section>
  )
}

const OpenShift = ({ known: { shift, sums, entries, total }, onChange }: Props) => {
  const words = useWords()
  const { config } = useConfig()
  const isCashier = useIsCashier()
  if (!shift || !sums) return <NoShift onChange={onChange} />
  const since = showTime(shift.openedAt ?? '', config.admin.timezones.defaultTimezone ?? 'UTC')
  return (
    <>
      <p className={styles.quiet}>
        {words.since} {since} · {words.float} {showRupiah(shift.openingFloat)}
      </p>
      {shift.isAutomatic && (
        <div className={styles.asking} role="status">
          <p>{words.askFloat}</p>
          <FloatForm onDone={onChange} shift={shift.id} />
        </div>
      )}
      <Takings sums={sums} />
      <div className={styles.columns}>
        <Entries entries={entries} shift={shift.id} total={total} />
        <div className={styles.aside}>
          {isCashier && <MoveForm onDone={onChange} />}
          <CloseForm onDone={onChange} shift={shift.id} />
        </div>
      </div>
    </>
  )
}

/** One's own shift: opened with a float, watched while it takes money, counted blind, and reported. */
export const CurrentShift = () => {
  const words = useWords()
  const { known, isStale, reload, forgetClosed } = useMine()
  const closed = known?.closed
  return (
    <div className={styles.shift}>
      <div className={styles.head}>
        <h1>{words.title}</h1>
        {closed && (
          <Button buttonStyle="secondary" margin={false} onClick={forgetClosed}>
            {words.again}
          </Button>
        )}
      </div>
      {isStale && (
        <p className={styles.stale} role="alert">
          {words.stale}
        </p>
      )}
      {closed && <Report id={closed} />}
      {known && !closed && <OpenShift known={known} onChange={reload} />}
    </div>
  )
}
