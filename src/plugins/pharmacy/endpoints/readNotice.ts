import type { File as PayloadFile, PayloadRequest } from 'payload'

import { ApiError } from '@/lib/apiError'
import { readJson } from '@/lib/contractEndpoint'

import { PROOF_MAX_BYTES } from '../proofPicture'
import type { PaymentNotice } from '../schemas'
import { paymentNotice } from '../schemas'

export type NoticeForm = { notice: PaymentNotice; picture: PayloadFile | null }

const pictureOf = async (form: FormData): Promise<PayloadFile | null> => {
  const files = [...form.values()].filter((value): value is File => value instanceof File)
  const [file] = files.filter(({ size }) => size > 0)
  if (!file) return null
  if (file.size > PROOF_MAX_BYTES) {
    const message = 'Ukuran gambar maksimal 4 MB.'
    throw new ApiError(422, message, { errors: { payment_proof: [message] } })
  }
  const data = Buffer.from(await file.arrayBuffer())
  return { data, mimetype: file.type, name: 'proof', size: file.size }
}

/** A notice of payment, as JSON or as a form; the picture may be under any name (apotek.md, note 5). */
export const readNotice = async (req: PayloadRequest): Promise<NoticeForm> => {
  const type = req.headers.get('Content-Type') ?? ''
  if (!type.startsWith('multipart/form-data')) {
    return { notice: paymentNotice.parse(await readJson(req)), picture: null }
  }
  let form: FormData
  try {
    form = (await req.formData?.()) as FormData
  } catch {
    throw new ApiError(400, 'Formulir tidak dapat dibaca.')
  }
  const field = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const notice = paymentNotice.parse({
    payment_method: field('payment_method'),
    payment_details: field('payment_details'),
  })
  return { notice, picture: await pictureOf(form) }
}
