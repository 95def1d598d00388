/** Whose papers these are. */
export const ISSUER = 'Sehat'

export const PROOF = 'Pindai untuk memeriksa keaslian dokumen ini.'
