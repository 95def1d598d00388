import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres'

/**
 * A sale at the counter is closed at once, and a mistake in it is taken back with its money. Every other
 * closed order stays closed, as before. Written by hand.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE OR REPLACE FUNCTION guard_order() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF (OLD.status <> 'pending' AND NEW.status <> OLD.status
          AND NOT (OLD.status = 'completed' AND NEW.status = 'cancelled'
                   AND OLD.user_id IS NOT NULL AND OLD.user_id = OLD.paid_by_id
                   AND NEW.refunded_at IS NOT NULL))
         OR (OLD.paid_at IS NOT NULL AND NEW.paid_at IS DISTINCT FROM OLD.paid_at)
         OR NEW.total_price <> OLD.total_price THEN
        RAISE EXCEPTION 'order % cannot change like this', OLD.id USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    CREATE OR REPLACE FUNCTION guard_order() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF (OLD.status <> 'pending' AND NEW.status <> OLD.status)
         OR (OLD.paid_at IS NOT NULL AND NEW.paid_at IS DISTINCT FROM OLD.paid_at)
         OR NEW.total_price <> OLD.total_price THEN
        RAISE EXCEPTION 'order % cannot change like this', OLD.id USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
  `)
}
