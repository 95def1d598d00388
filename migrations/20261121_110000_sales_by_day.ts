import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres'

/** What was taken and given back lately is read at every look at the admin's home. Written by hand. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE INDEX orders_paid_at ON orders (paid_at) WHERE paid_at IS NOT NULL;
    CREATE INDEX orders_refunded_at ON orders (refunded_at) WHERE refunded_at IS NOT NULL;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`DROP INDEX orders_paid_at, orders_refunded_at`)
}
