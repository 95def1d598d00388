import type { Paper } from '../contract'

/** Whose papers these are. */
export const ISSUER = 'Sehat'

export const STATES: Record<Paper['state'], string> = {
  unpaid: 'BELUM DIBAYAR',
  paid: 'LUNAS',
  cancelled: 'DIBATALKAN',
  refunded: 'DIKEMBALIKAN',
}

export const PROOF = 'Pindai untuk memeriksa keaslian dokumen ini.'
