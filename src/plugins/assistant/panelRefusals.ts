import { alsoInEnglish } from '@/lib/panel/said'

export const MODEL_INVALID = 'Nama model tidak valid, contoh: gemini-3.8-flash.'

/** What the panel says of the assistant's refusals. */
export const panelRefusals = alsoInEnglish({
  [MODEL_INVALID]: "This is no model's name, such as gemini-3.8-flash.",
  'Wajib diisi.': 'This is needed.',
  'Harus bilangan bulat.': 'This must be a whole number.',
  'Harus antara {min} dan {max}.': 'This must be between {min} and {max}.',
})
