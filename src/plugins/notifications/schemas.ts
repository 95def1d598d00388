import { z } from 'zod'

const count = z.int().min(0)

/** `GET /api/notifications/unread` */
export const unreadAnswer = z.object({
  unread: count.describe('Entries that nobody has read yet.'),
})

/** `POST /api/notifications/read-all` */
export const readAllAnswer = z.object({
  message: z.literal('OK'),
  read: count.describe('Entries that were unread until now.'),
})
