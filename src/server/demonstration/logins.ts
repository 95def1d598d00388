import type { Role } from '@/access/roles'

/** The logins of the demonstration, one and more per role; never made where `DATABASE_URL` is set. */
export const DEMO_PASSWORD = 'sehat-demo-2026'

export const DEMO_LOGINS: { email: string; name: string; role: Role }[] = [
  { email: 'admin@sehat.test', name: 'Ayu Lestari', role: 'admin' },
  { email: 'kasir@sehat.test', name: 'Budi Santoso', role: 'cashier' },
  { email: 'kasir2@sehat.test', name: 'Citra Dewi', role: 'cashier' },
  { email: 'dokter@sehat.test', name: 'dr. Dimas Pratama', role: 'doctor' },
  { email: 'dokter2@sehat.test', name: 'dr. Eka Wulandari', role: 'doctor' },
  { email: 'editor@sehat.test', name: 'Fajar Nugroho', role: 'editor' },
  { email: 'pasien@sehat.test', name: 'Gita Permata', role: 'patient' },
  { email: 'pasien2@sehat.test', name: 'Hendra Wijaya', role: 'patient' },
]
