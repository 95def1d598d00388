import type { Role } from '@/access/roles'

/** Of the API reference: contract consultation.md. */
export const CHAT_TAG = 'Consultations: chat'

/** Whoever may talk in a consultation of theirs: messages are between the two, admins read none. */
export const TALKERS: readonly Role[] = ['patient', 'doctor']
