import type { Field, GlobalConfig, TextFieldSingleValidation } from 'payload'

import { isWhole } from '@/lib/fields'
import type { Said } from '@/lib/panel/said'

import { assistant as access } from '../access'
import { ASSISTANT_GROUP } from '../collections/group'
import { INSTRUCTIONS_MAX, QUOTAS } from '../constants'
import { MODEL_INVALID } from '../panelRefusals'

const QUOTA_MAX = 1_000_000

const quota = (name: keyof typeof QUOTAS, label: Said): Field => ({
  name,
  type: 'number',
  label,
  required: true,
  defaultValue: QUOTAS[name],
  min: 0,
  max: QUOTA_MAX,
  validate: isWhole(QUOTA_MAX),
})

const MODEL_NAME = /^[\w.-]{1,100}$/

/** Empty, or what stands in an address of Google's. */
const isModelName: TextFieldSingleValidation = (value) =>
  !value || MODEL_NAME.test(value) || MODEL_INVALID

/** What admins decide about the assistant. */
export const assistant: GlobalConfig = {
  slug: 'assistant',
  label: { en: 'Assistant', id: 'Asisten AI' },
  admin: { group: ASSISTANT_GROUP },
  access,
  versions: false,
  fields: [
    {
      name: 'usage',
      type: 'ui',
      admin: { components: { Field: '@/plugins/assistant/admin/Usage#Usage' } },
    },
    {
      name: 'isOn',
      type: 'checkbox',
      label: { en: 'The assistant answers', id: 'Asisten menjawab' },
      required: true,
      defaultValue: true,
    },
    {
      name: 'guestsAllowed',
      type: 'checkbox',
      label: { en: 'Also those who are not signed in', id: 'Juga bagi yang belum masuk' },
      required: true,
      defaultValue: false,
    },
    {
      name: 'model',
      type: 'text',
      label: { en: 'Model', id: 'Model' },
      maxLength: 100,
      validate: isModelName,
      admin: {
        description: {
          en: 'Empty: as the server is configured (GEMINI_MODEL).',
          id: 'Kosong: sesuai konfigurasi server (GEMINI_MODEL).',
        },
      },
    },
    {
      name: 'instructions',
      type: 'textarea',
      label: { en: 'Instructions of the clinic', id: 'Petunjuk dari klinik' },
      maxLength: INSTRUCTIONS_MAX,
    },
    {
      name: 'quotas',
      type: 'group',
      label: { en: 'Requests per day', id: 'Permintaan per hari' },
      fields: [
        quota('user', { en: 'Of a user', id: 'Per pengguna' }),
        quota('guest', { en: 'Of a guest', id: 'Per tamu' }),
        quota('address', { en: 'Of an address', id: 'Per alamat jaringan' }),
        quota('total', { en: 'Of everybody together', id: 'Semua bersama-sama' }),
      ],
    },
  ],
}
