/** What the panel says of a prescription. */
export const WORDS = {
  id: {
    title: (id: number) => `Resep #${id}`,
    issued: (doctor: string, day: string, until: string) =>
      `${doctor} · ${day} · berlaku sampai ${until}`,
    ordered: (used: number, quantity: number, unit: string) =>
      `${used} dari ${quantity} ${unit} sudah dipesan`,
    failed: 'Resep tidak dapat dimuat.',
    unknown: (id: number) => `Resep #${id} tidak ditemukan.`,
  },
  en: {
    title: (id: number) => `Prescription #${id}`,
    issued: (doctor: string, day: string, until: string) =>
      `${doctor} · ${day} · valid until ${until}`,
    ordered: (used: number, quantity: number, unit: string) =>
      `${used} of ${quantity} ${unit} ordered`,
    failed: 'The prescription could not be loaded.',
    unknown: (id: number) => `There is no prescription #${id}.`,
  },
} as const
