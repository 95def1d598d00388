'use client'

import { Button, toast, useConfig, useTranslation } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

import { languageOf } from '@/lib/panel/said'

import { DatesForm } from './DatesForm'
import { Duty } from './Duty'
import { HoursForm } from './HoursForm'
import styles from './Schedule.module.css'
import { useWeek } from './useWeek'
import { WeekPicture } from './WeekPicture'
import { WORDS } from './words'

/** A doctor's hours: the week as a picture, its rows to change beside it, and the dates that differ. */
export const Schedule = ({ id, isPage = false }: { id: number; isPage?: boolean }) => {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const language = languageOf(i18n)
  const words = WORDS[language]
  const zone = config.admin.timezones.defaultTimezone ?? 'UTC'
  const { state, refusal, isSaving, load, edit, undo, save } = useWeek(id, words)
  const form = useRef<HTMLFormElement>(null)
  const refused = state?.faults
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [refused])
  if (!state) {
    return (
      <div className={styles.page} role="status">
        {refusal ?? words.loading}
        {refusal && <Button onClick={() => void load()}>{words.reload}</Button>}
      </div>
    )
  }

  const { doctor, week, faults, isChanged } = state
  const submit = async () => {
    if (await save()) toast.success(words.saved)
  }
  const parts = { faults, language, words, onEdit: edit }
  const Heading = isPage ? 'h1' : 'h2'
  return (
    <form
      className={styles.page}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
      ref={form}
    >
      <header className={styles.head}>
        <div>
          <Heading className={styles.title}>{words.title}</Heading>
          <p className={styles.quiet}>{doctor.name}</p>
        </div>
        <Duty doctor={doctor} words={words} zone={zone} />
      </header>
      <section aria-label={words.week} className={styles.section}>
        <h2 className={styles.heading}>{words.week}</h2>
        <p className={styles.quiet}>{words.zone(zone)}</p>
        <div className={styles.week}>
          <WeekPicture hours={week.hours} zone={zone} {...parts} />
          <HoursForm hours={week.hours} {...parts} />
        </div>
      </section>
      <DatesForm dates={week.dates} {...parts} />
      <footer className={styles.foot}>
        {faults['']?.map((fault) => (
          <p className={styles.refusal} key={fault} role="alert">
            {fault}
          </p>
        ))}
        <Button disabled={isSaving || !isChanged} margin={false} type="submit">
          {isSaving ? words.saving : words.save}
        </Button>
        {isChanged && !isSaving && (
          <>
            <Button buttonStyle="secondary" margin={false} onClick={undo} type="button">
              {words.undo}
            </Button>
            <span className={styles.quiet} role="status">
              {words.unsaved}
            </span>
          </>
        )}
      </footer>
    </form>
  )
}
