/** The roles of `users`, in the order in which the panel offers them. Browser-safe. */
export const ROLES = ['admin', 'cashier', 'doctor', 'editor', 'patient'] as const

export type Role = (typeof ROLES)[number]

export const ROLE_LABELS: Record<Role, { en: string; id: string }> = {
  admin: { en: 'Admin', id: 'Admin' },
  cashier: { en: 'Cashier', id: 'Kasir' },
  doctor: { en: 'Doctor', id: 'Dokter' },
  editor: { en: 'Editor', id: 'Editor' },
  patient: { en: 'Patient', id: 'Pasien' },
}
