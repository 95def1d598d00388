/** What the panel says of a prescription. */
export const WORDS = {
  id: {
    title: (id: number) => `Resep #${id}`,
    issued: (day: string, until: string) => `${day} · berlaku sampai ${until}`,
    ordered: (used: number, quantity: number, unit: string) =>
      `${used} dari ${quantity} ${unit} sudah dipesan`,
    failed: 'Resep tidak dapat dimuat.',
  },
  en: {
    title: (id: number) => `Prescription #${id}`,
    issued: (day: string, until: string) => `${day} · valid until ${until}`,
    ordered: (used: number, quantity: number, unit: string) =>
      `${used} of ${quantity} ${unit} ordered`,
    failed: 'The prescription could not be loaded.',
  },
} as const
