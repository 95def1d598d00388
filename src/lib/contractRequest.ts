import type { File as PayloadFile, PayloadRequest } from 'payload'
import { z } from 'zod'

import type { Contract, Upload } from './contract'
import {
  bodyTooLarge,
  bodyUnsupported,
  malformedForm,
  malformedJson,
  notAnObject,
} from './refusals'

const ID_MAX = 2_147_483_647

/** The id of a user, obat, order, doctor, consultation or message. */
export const documentId = z.int().min(1).max(ID_MAX)

/** The integer id in a path, or null where no document can have it. */
export const readId = (req: PayloadRequest, name = 'id'): number | null => {
  const text = req.routeParams?.[name]
  const isWhole = typeof text === 'string' && /^\d{1,10}$/.test(text)
  const parsed = documentId.safeParse(isWhole ? Number(text) : null)
  return parsed.success ? parsed.data : null
}

/** The query string's first value of each name, with empty ones left out. */
const readQuery = (req: PayloadRequest): Record<string, string> =>
  Object.fromEntries([...(req.searchParams ?? [])].filter(([, value]) => value !== '').reverse())

/** @throws {ApiError} 400 when it is not JSON, 422 when it is not an object */
const readJson = async (req: PayloadRequest): Promise<Record<string, unknown>> => {
  const text = (await req.text?.()) ?? ''
  if (text === '') return {}
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw malformedJson()
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw notAnObject()
  return body as Record<string, unknown>
}

/** The first file of a form that is not empty, whatever its name. */
const fileOf = async (form: FormData, upload: Upload): Promise<PayloadFile | null> => {
  const files = [...form.values()].filter((value): value is File => value instanceof File)
  const file = files.find(({ size }) => size > 0)
  if (!file) return null
  if (file.size > upload.maxBytes) throw upload.tooLarge()
  const data = Buffer.from(await file.arrayBuffer())
  return { data, mimetype: file.type, name: upload.field, size: file.size }
}

const readForm = async (req: PayloadRequest, upload: Upload) => {
  let form: FormData
  try {
    form = (await req.formData?.()) as FormData
  } catch {
    throw malformedForm()
  }
  const texts = [...form].filter(([, value]) => typeof value === 'string' && value !== '')
  return { fields: Object.fromEntries(texts), file: await fileOf(form, upload) }
}

const readBody = async ({ body, upload }: Contract, req: PayloadRequest) => {
  if (!body) return { body: undefined, file: null }
  const type = req.headers.get('Content-Type') ?? ''
  if (!upload || !type.startsWith('multipart/form-data')) {
    return { body: body.parse(await readJson(req)), file: null }
  }
  const { fields, file } = await readForm(req, upload)
  return { body: body.parse(fields), file }
}

/** @throws {ApiError} 415, 413 */
const readRaw = async ({ raw }: Contract, req: PayloadRequest): Promise<string> => {
  if (!raw) return ''
  const [type = ''] = (req.headers.get('Content-Type') ?? '').split(';', 1)
  if (type.trim().toLowerCase() !== 'application/json') throw bodyUnsupported()
  if (Number(req.headers.get('Content-Length') ?? 0) > raw.maxBytes) throw bodyTooLarge()
  const text = (await req.text?.()) ?? ''
  if (Buffer.byteLength(text) > raw.maxBytes) throw bodyTooLarge()
  return text
}

/**
 * Reads what a request carries, by the schemas of its contract.
 * @throws {ApiError} 400 for what is neither JSON nor a form, 413, 415, 422; {ZodError}
 */
export const readInput = async (contract: Contract, req: PayloadRequest) => ({
  query: contract.query?.parse(readQuery(req)),
  ...(await readBody(contract, req)),
  raw: await readRaw(contract, req),
})
