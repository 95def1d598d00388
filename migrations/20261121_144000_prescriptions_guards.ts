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

    -- Which order took how much of what was prescribed. "used" is the sum of what was not given back.
    CREATE TABLE prescription_draws (
      order_id integer NOT NULL REFERENCES orders(id),
      item_id varchar NOT NULL REFERENCES prescriptions_items(id),
      quantity integer NOT NULL CHECK (quantity >= 1),
      returned_at timestamptz,
      PRIMARY KEY (order_id, item_id)
    );

    -- What was prescribed stays as it was written; only what is used of it changes.
    CREATE FUNCTION keep_prescribed() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE kept prescriptions_items%ROWTYPE;
    BEGIN
      IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'prescriptions are never deleted' USING ERRCODE = 'check_violation';
      END IF;
      kept := OLD;
      kept.used := NEW.used;
      RETURN kept;
    END $$;
    CREATE TRIGGER keep_prescribed BEFORE UPDATE OR DELETE ON prescriptions_items
      FOR EACH ROW EXECUTE FUNCTION keep_prescribed();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TRIGGER keep_prescribed ON prescriptions_items;
    DROP FUNCTION keep_prescribed;
    DROP TABLE prescription_draws;
    ALTER TABLE prescriptions_items DROP CONSTRAINT prescriptions_items_used;
  `)
}
