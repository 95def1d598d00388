import { ApiError } from '@/lib/apiError'
import { pictureRefusals } from '@/lib/proofPicture'

export { forbidden } from '@/lib/refusals'

/** The refusals of contract apotek.md, word for word; called without arguments for the API reference. */
export const orderNotFound = () => new ApiError(404, 'Order not found')
/** The same, as contract checkout.md says it. */
export const payableNotFound = () => new ApiError(404, 'Order tidak ditemukan')
export const notTheOwner = () => new ApiError(403, 'Unauthorized')
export const notPending = () => new ApiError(400, 'Hanya order pending yang dapat dibatalkan')
export const alreadyPaid = () => new ApiError(400, 'Order already paid')
export const alreadyCancelled = () => new ApiError(400, 'Order cancelled')
/** An order can still be paid online, and the gateway does not let it end. */
export class ChargeIsLive extends ApiError {
  constructor() {
    super(502, 'Pembayaran daring belum dapat dibatalkan, silakan coba lagi.')
  }
}
export const chargeIsLive = () => new ChargeIsLive()
export const alreadyCompleted = () => new ApiError(400, 'Order already completed')
export const notPaid = () => new ApiError(400, 'Order belum dibayar')

/** @param why a sentence for each line at fault */
const itemsRefused =
  (status: number, message: string) =>
  (why: string[] = []) =>
    new ApiError(status, message, why.length > 0 ? { errors: { items: why } } : {})

export const obatNotFound = itemsRefused(400, 'Obat tidak ditemukan')
export const stockShort = itemsRefused(400, 'Stok tidak mencukupi')
export const prescriptionNeeded = itemsRefused(400, 'Obat ini memerlukan resep dokter')

/** A prescription does not have what is ordered on it. */
export const prescriptionShort = itemsRefused(400, 'Resep tidak mencukupi')

const prescriptionRefused = (message: string) => () =>
  new ApiError(400, message, { errors: { prescription: [message] } })

/** There is none, or it is somebody else's: which of the two, nobody is told. */
export const prescriptionNotFound = prescriptionRefused('Resep tidak ditemukan')
export const prescriptionExpired = prescriptionRefused('Resep sudah tidak berlaku')

const invalid = (field: string, message: string) => () =>
  new ApiError(422, message, { errors: { [field]: [message] } })

export const buyerNotFound = () => new ApiError(400, 'Akun pembeli tidak ditemukan')
export const cashTooLittle = invalid('cashReceived', 'Uang yang diterima kurang dari total.')
export const cashOfCashOnly = invalid(
  'cashReceived',
  'Uang yang diterima hanya dicatat untuk pembayaran tunai.',
)
/** @param total what the goods cost now */
export const priceChanged = (total?: number) =>
  new ApiError(409, 'Harga telah berubah', {
    ...(total === undefined ? {} : { errors: { totalPrice: [`Total sekarang ${total}.`] } }),
  })
export const addressNeeded = invalid('shipping_address', 'Shipping address required')
export const itemsNeeded = invalid('items', 'items atau obat_id+quantity diperlukan')
export const tooManyOpenOrders = () => new ApiError(400, 'Terlalu banyak order yang belum dibayar')

export const badDescription = invalid('description', 'Keterangan obat tidak valid.')
export const obatHasHistory = () =>
  new ApiError(409, 'Obat ini punya riwayat stok, order atau resep; nonaktifkan saja.')

/** The name under which a proof of payment comes, and under which its faults are told. */
export const PROOF_FIELD = 'payment_proof'
export const { pictureTooLarge, notAPicture, pictureBroken } = pictureRefusals(PROOF_FIELD)
export const pictureNeeded = () => new ApiError(422, 'Gambar bukti pembayaran diperlukan.')
export const imageNotFound = () => new ApiError(404, 'Image not found')

/** Of one obat that a path names; in an order it is the line that is at fault. */
export const obatGone = () => new ApiError(404, 'Obat tidak ditemukan')

export const listNeeded = invalid('file', 'Pilih berkas CSV dahulu.')
export const listTooLarge = invalid('file', 'Ukuran berkas maksimal 5 MB.')
export const listUnreadable = invalid(
  'file',
  'Berkas bukan UTF-8. Simpan lagi sebagai "CSV UTF-8" dari lembar kerja.',
)
/** @param rows what is wrong where, of which the first are told */
export const importRefused = (
  rows: { row: number; column: string | null; message: string }[] = [],
) =>
  new ApiError(422, 'Daftar ini berisi kesalahan; tidak ada yang diimpor.', {
    ...(rows.length > 0 ? { extra: { failed: rows.length, rows: rows.slice(0, 200) } } : {}),
  })
export const importChanged = () =>
  new ApiError(409, 'Data obat berubah sejak pratinjau; tidak ada yang diimpor. Periksa lagi.')
