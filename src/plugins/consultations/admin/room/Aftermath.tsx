'use client'

import type { RoomAnswer } from '../../roomSchemas'
import styles from './Aftermath.module.css'
import { IssuedPrescription } from './IssuedPrescription'
import { PrescriptionForm } from './PrescriptionForm'
import { SummaryForm } from './SummaryForm'
import type { RoomWords } from './words'

type Props = { answer: RoomAnswer; me: number; words: RoomWords; onChange: () => void }

/** What a doctor does after the end: a summary, and a prescription if one is needed. */
export const Aftermath = ({ answer, me, words, onChange }: Props) => {
  const { room, summary, canPrescribe } = answer
  const [issued] = room.prescriptions
  return (
    <div className={styles.aftermath}>
      <SummaryForm
        consultation={room.id}
        draftKey={`sehat:summary:${me}:${room.id}`}
        onSaved={onChange}
        saved={summary}
        words={words}
      />
      {issued !== undefined && <IssuedPrescription id={issued} words={words} />}
      {issued === undefined && canPrescribe && (
        <PrescriptionForm
          consultation={room.id}
          draftKey={`sehat:prescription:${me}:${room.id}`}
          onIssued={onChange}
          patient={room.patient.name}
          words={words}
        />
      )}
    </div>
  )
}
