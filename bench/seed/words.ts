/** Names that look like a pharmacy's; put together, they give some 20,000 different products. */

export const CATEGORIES = [
  'Analgesik & antipiretik',
  'Antibiotik & antiinfeksi',
  'Batuk & flu',
  'Saluran cerna',
  'Alergi & asma',
  'Jantung & tekanan darah',
  'Diabetes',
  'Sendi & asam urat',
  'Kulit',
  'Mata & telinga',
  'Vitamin & mineral',
  'Herbal',
]

const SUBSTANCES = [
  ...['Paracetamol', 'Ibuprofen', 'Asam mefenamat', 'Natrium diklofenak', 'Meloxicam'],
  ...['Amoxicillin', 'Cefixime', 'Cefadroxil', 'Ciprofloxacin', 'Azithromycin'],
  ...['Ambroxol', 'Guaifenesin', 'Bromhexine', 'Dextromethorphan', 'Pseudoephedrine'],
  ...['Omeprazole', 'Lansoprazole', 'Ranitidine', 'Domperidone', 'Loperamide'],
  ...['Cetirizine', 'Loratadine', 'Salbutamol', 'Chlorpheniramine', 'Methylprednisolone'],
  ...['Amlodipine', 'Captopril', 'Bisoprolol', 'Candesartan', 'Simvastatin'],
  ...['Metformin', 'Glimepiride', 'Acarbose', 'Gliclazide', 'Allopurinol'],
  ...['Betamethasone', 'Ketoconazole', 'Miconazole', 'Asam salisilat', 'Gentamicin'],
  ...['Asam askorbat', 'Vitamin B kompleks', 'Zinc sulfat', 'Kalsium laktat', 'Asam folat'],
]

const STRENGTHS = ['5 mg', '10 mg', '25 mg', '50 mg', '100 mg', '250 mg', '500 mg']

const FORMS: readonly (readonly [form: string, unit: string])[] = [
  ['tablet', 'strip'],
  ['kapsul', 'strip'],
  ['kaplet', 'strip'],
  ['sirup 60 ml', 'botol'],
  ['drops 15 ml', 'botol'],
  ['salep 10 g', 'tube'],
]

/** Of nobody: no maker is told by them. */
const BRANDS = [
  ...['', ' Sehat', ' Husada', ' Waras', ' Medika', ' Sentosa', ' Bahagia', ' Nusa', ' Tirta'],
  ...[' Mulia', ' Prima', ' Abadi'],
]

const FIRST_NAMES = [
  ...['Siti', 'Budi', 'Agus', 'Dewi', 'Rina', 'Andi', 'Putri', 'Joko', 'Ratna', 'Hendra'],
  ...['Ayu', 'Fajar', 'Lestari', 'Rizki', 'Wati', 'Bayu', 'Indah', 'Yusuf', 'Kartika', 'Dimas'],
]
const LAST_NAMES = [
  ...['Santoso', 'Wijaya', 'Pratama', 'Lestari', 'Hidayat', 'Kusuma', 'Nugroho', 'Saputra'],
  ...['Siregar', 'Rahmawati', 'Setiawan', 'Maharani'],
]
const STREETS = ['Melati', 'Kenanga', 'Mawar', 'Diponegoro', 'Sudirman', 'Anggrek', 'Pahlawan']
const CITIES = ['Bandung', 'Surabaya', 'Depok', 'Semarang', 'Yogyakarta', 'Medan', 'Makassar']

const at = <T>(list: readonly T[], index: number): T => list[index % list.length]!

/** The `index`th person, always the same. */
export const person = (index: number) => ({
  name: `${at(FIRST_NAMES, index)} ${at(LAST_NAMES, Math.floor(index / FIRST_NAMES.length))}`,
  email: `pasien${index + 1}@bench.test`,
  phone: `0812${String(10_000_000 + index)}`,
  address: `Jl. ${at(STREETS, index)} No. ${1 + (index % 180)}, ${at(CITIES, index * 3)}`,
})

/** The `index`th product, always the same; names repeat after all combinations are used up. */
export const product = (index: number) => {
  let rest = index
  const next = <T>(list: readonly T[]): T => {
    const chosen = at(list, rest)
    rest = Math.floor(rest / list.length)
    return chosen
  }
  const substance = next(SUBSTANCES)
  const [form, unit] = next(FORMS)
  const strength = next(STRENGTHS)
  const brand = next(BRANDS)
  const name = `${substance} ${strength} ${form}${brand}${rest > 0 ? ` ${rest + 1}` : ''}`
  return {
    name,
    slug: `${name.toLowerCase().replaceAll(/\W+/g, '-')}-${index + 1}`,
    sku: `BEN-${String(index + 1).padStart(6, '0')}`,
    barcode: `899${String((index * 7_368_787) % 10_000_000_000).padStart(10, '0')}`,
    unit,
    category: SUBSTANCES.indexOf(substance) % CATEGORIES.length,
    price: 2_500 + ((index * 1_500) % 95_000),
    /** A third needs a prescription, and cannot be ordered by a patient alone. */
    isKeras: index % 3 === 2,
    isActive: index % 40 !== 39,
    description: `${substance} dalam bentuk ${form}, kekuatan ${strength}. Simpan di tempat sejuk dan kering, jauh dari jangkauan anak.`,
  }
}
