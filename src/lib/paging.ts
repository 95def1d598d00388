import { z } from 'zod'

/** Pages of contract lists, as query strings ask for them (contracts/README, "For all"). */

export const PER_PAGE_MAX = 100

/** A whole number of the query string. */
export const whole = (name: string, max: number) =>
  z.coerce
    .number({ error: `${name} tidak valid.` })
    .int(`${name} tidak valid.`)
    .min(1, `${name} minimal 1.`)
    .max(max, `${name} terlalu besar.`)

export const page = whole('page', 10_000_000).default(1)

export const perPage = (byDefault: number) =>
  whole('per_page', Number.MAX_SAFE_INTEGER)
    .transform((value) => Math.min(value, PER_PAGE_MAX))
    .prefault(byDefault)
    .describe(`Cut at ${PER_PAGE_MAX}.`)
