import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

const isTrue = async (req: Request, condition: SQL): Promise<boolean> => {
  const [row] = await query<{ known: boolean }>(req, sql`SELECT ${condition} AS known`)
  return row?.known ?? false
}

export const courseHasHistory = (req: Request, id: string): Promise<boolean> =>
  isTrue(
    req,
    // A coupon for this course only would be one for all courses without it.
    sql`EXISTS (SELECT 1 FROM enrollments WHERE course_id = ${id})
        OR EXISTS (SELECT 1 FROM coupons_rels WHERE path = 'courses' AND courses_id = ${id})
        OR EXISTS (SELECT 1 FROM transactions WHERE type = 'course' AND item_id = ${id})`,
  )

export const agendaHasHistory = (req: Request, id: string): Promise<boolean> =>
  isTrue(
    req,
    sql`EXISTS (SELECT 1 FROM agenda_registrations WHERE agenda_id = ${id})
        OR EXISTS (SELECT 1 FROM transactions WHERE type = 'agenda' AND item_id = ${id})`,
  )

export const couponHasHistory = (req: Request, id: string): Promise<boolean> =>
  isTrue(
    req,
    sql`EXISTS (SELECT 1 FROM coupon_uses WHERE coupon_id = ${id})
        OR EXISTS (SELECT 1 FROM transactions WHERE coupon_id = ${id})`,
  )
