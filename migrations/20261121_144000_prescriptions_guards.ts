import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres'

/**
 * The database has the last word on prescriptions: no piece is ordered twice. Written by hand;
 * `migrate:create` knows nothing of it, so later migrations must keep it.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE prescriptions_items
      ADD CONSTRAINT prescriptions_items_used CHECK (
        used >= 0 AND used <= quantity AND used = trunc(used)
        AND quantity >= 1 AND quantity = trunc(quantity)),
      DROP CONSTRAINT prescriptions_items_obat_id_obat_id_fk,
      ADD CONSTRAINT prescriptions_items_obat_id_obat_id_fk
        FOREIGN KEY (obat_id) REFERENCES obat(id);
    ALTER TABLE prescriptions
      DROP CONSTRAINT prescriptions_patient_id_users_id_fk,
      ADD CONSTRAINT prescriptions_patient_id_users_id_fk
        FOREIGN KEY (patient_id) REFERENCES users(id);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE prescriptions_items DROP CONSTRAINT prescriptions_items_used;
  `)
}
