import type { CollectionConfig, Condition } from 'payload'

import { adminField } from '@/access'
import { ROLE_LABELS, ROLES } from '@/access/roles'
import { shownTo } from '@/lib/panel/shownTo'

import { readDetails, readRole, users as access } from '../access'
import type { AccountsOptions } from '../index'
import { endSessions } from '../hooks/endSessions'
import { hideWhoExists } from '../hooks/hideWhoExists'
import { keepAnAdmin, keepAnAdminAtDelete } from '../hooks/keepAnAdmin'
import { keepOwnSession } from '../hooks/keepOwnSession'
import { keepWhoIsInTheBooks } from '../hooks/keepWhoIsInTheBooks'
import { forgiveAttempts, limitAttempts } from '../hooks/limitAttempts'
import { limitPasswords } from '../hooks/limitPasswords'
import { onlyLiving } from '../hooks/onlyLiving'
import { recheckSockets } from '../hooks/recheckSockets'
import { refuseEndedRefresh } from '../hooks/refuseEndedRefresh'
import { refuseStaleChange } from '../hooks/refuseStaleChange'
import { refuseStaleLogin } from '../hooks/refuseStaleLogin'
import { registerFirstAdmin } from '../hooks/registerFirstAdmin'
import { registerPatientsOnly } from '../hooks/registerPatientsOnly'
import { showNamesOnly } from '../hooks/showNamesOnly'
import { sessionStrategy } from '../sessionStrategy'
import { person } from './person'

const WEEK_IN_SECONDS = 7 * 24 * 60 * 60
const HOUR_IN_MILLISECONDS = 60 * 60 * 1000

/** The first user's screen does not ask for the state. */
const isSignedIn: Condition = (_data, _sibling, { user }) => Boolean(user)

export const users = (options: AccountsOptions): CollectionConfig => ({
  slug: 'users',
  labels: { singular: { en: 'User', id: 'Pengguna' }, plural: { en: 'Users', id: 'Pengguna' } },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'role', 'disabled'],
    listSearchableFields: ['name', 'email', 'phone'],
    group: { en: 'Administration', id: 'Administrasi' },
    description: {
      en: 'Everybody who can sign in: staff, and patients of the apps.',
      id: 'Semua yang dapat masuk: staf, dan pasien dari aplikasi.',
    },
    // Doctors and editors would find nobody but themselves.
    hidden: shownTo('admin', 'cashier'),
  },
  auth: {
    useSessions: true,
    tokenExpiration: WEEK_IN_SECONDS,
    // A lockout lets anybody lock anybody out; `limitAttempts` counts per address and account instead.
    maxLoginAttempts: 0,
    depth: 0,
    cookies: { sameSite: 'Lax', secure: options.secureCookies },
    forgotPassword: { expiration: HOUR_IN_MILLISECONDS },
    strategies: [sessionStrategy],
  },
  access,
  disableDuplicate: true,
  enableQueryPresets: false,
  versions: false,
  fields: [
    ...person,
    {
      name: 'role',
      type: 'select',
      label: { en: 'Role', id: 'Peran' },
      required: true,
      defaultValue: 'patient',
      index: true,
      saveToJWT: true,
      options: ROLES.map((value) => ({ value, label: ROLE_LABELS[value] })),
      access: { create: adminField, update: adminField, read: readRole },
      admin: {
        position: 'sidebar',
        isClearable: false,
        // No condition: Payload makes the column of a field that is sometimes hidden nullable.
        components: { Field: '@/plugins/accounts/admin/RoleField#RoleField' },
      },
    },
    {
      name: 'disabled',
      type: 'checkbox',
      label: { en: 'Disabled', id: 'Dinonaktifkan' },
      defaultValue: false,
      access: { create: adminField, update: adminField, read: readDetails },
      admin: {
        position: 'sidebar',
        condition: isSignedIn,
        description: {
          en: 'Signs the person out everywhere, at once.',
          id: 'Langsung mengeluarkan orang ini dari semua perangkat.',
        },
      },
    },
    {
      // Raised by the database with every change of password, e-mail, role or `disabled`. A write that
      // was prepared before such a change carries an older number, and cannot undo it (migrations:
      // guards). The panel's forms carry it too.
      name: 'credentialsVersion',
      type: 'number',
      defaultValue: 0,
      access: { create: () => false, read: readDetails },
      admin: { hidden: true },
    },
    {
      // Payload's own field: nobody brings sessions along, and an expired one is none.
      name: 'sessions',
      type: 'array',
      access: { create: () => false },
      fields: [],
      hooks: { afterRead: [onlyLiving] },
    },
    {
      // Payload's first-user screen asks for it; nothing else does, and nothing keeps it.
      name: 'setupToken',
      type: 'text',
      virtual: true,
      label: { en: 'Set-up token', id: 'Token penyiapan' },
      admin: {
        // Payload locks virtual fields otherwise.
        readOnly: false,
        condition: (_data, _sibling, { user }) => !user,
        description: {
          en: 'Printed in the log of the server at its start.',
          id: 'Tercetak di log server saat dijalankan.',
        },
      },
    },
  ],
  hooks: {
    beforeOperation: [limitAttempts(options), hideWhoExists, limitPasswords, refuseEndedRefresh],
    beforeValidate: [registerFirstAdmin(options), registerPatientsOnly],
    beforeChange: [refuseStaleChange, keepAnAdmin, keepOwnSession],
    afterChange: [recheckSockets.afterChange],
    beforeDelete: [keepAnAdminAtDelete, keepWhoIsInTheBooks],
    afterDelete: [recheckSockets.afterDelete],
    beforeLogin: [refuseStaleLogin],
    afterRead: [showNamesOnly],
    afterLogin: [forgiveAttempts(options)],
    afterLogout: [endSessions],
    afterOperation: [recheckSockets.afterOperation],
  },
})
