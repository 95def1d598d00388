import { readVisitor } from '../../../visitor'
import { addressOf, billsOf } from '../../bills'

type Context = { params: Promise<{ id: string }> }

const TOO_MANY = 429
const NOT_NOW = 500

/** After a form: the next page is fetched by GET. Relative, for the server may be known by several names. */
const goTo = (address: string): Response =>
  new Response(null, {
    status: 303,
    headers: { Location: address, 'Cache-Control': 'no-store' },
  })

const statusOf = (error: unknown): number => {
  const status = (error as { status?: unknown } | null)?.status
  return typeof status === 'number' ? status : NOT_NOW
}

/**
 * Where `Bayar Sekarang` leads: on to the gateway's page, or back to the bill, which says why not. A form
 * needs no script. What it carries is not read: whoever has the link may pay, signed in or not.
 */
export const POST = async (_request: Request, { params }: Context): Promise<Response> => {
  const { id } = await params
  const req = await readVisitor()
  const bills = billsOf(req)
  const bill = addressOf(id)
  if (!bills) return goTo(bill)
  try {
    const { redirectUrl } = await bills.pay(req, id)
    return goTo(redirectUrl ?? `${bill}/confirmation`)
  } catch (error) {
    const status = statusOf(error)
    if (status === TOO_MANY) return goTo(`${bill}?gagal=sering`)
    if (status < NOT_NOW) return goTo(bill)
    req.payload.logger.error({ err: error, msg: `Bill ${id} could not be paid` })
    return goTo(`${bill}?gagal=gateway`)
  }
}

/** Somebody went back, or reloaded: the bill is where it is paid from. */
export const GET = async (_request: Request, { params }: Context): Promise<Response> =>
  goTo(addressOf((await params).id))
