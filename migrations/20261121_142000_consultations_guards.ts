import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres'

/**
 * The database has the last word on doctors' places and on consultations. Written by hand;
 * `migrate:create` knows nothing of it, so later migrations must keep it.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    -- A place that is held while it is paid for; gone when the transaction has succeeded or ended.
    CREATE TABLE consultation_holds (
      transaction_id varchar PRIMARY KEY REFERENCES transactions(id),
      doctor_id integer NOT NULL REFERENCES doctors(id),
      patient_id integer NOT NULL REFERENCES users(id),
      created_at timestamptz NOT NULL DEFAULT clock_timestamp()
    );
    CREATE INDEX consultation_holds_doctor ON consultation_holds (doctor_id);

    ALTER TABLE doctors
      ADD CONSTRAINT doctors_places CHECK (
        max_concurrent >= 1 AND max_concurrent = trunc(max_concurrent)),
      ADD CONSTRAINT doctors_fee CHECK (fee >= 0 AND fee = trunc(fee)),
      DROP CONSTRAINT doctors_user_id_users_id_fk,
      ADD CONSTRAINT doctors_user_id_users_id_fk FOREIGN KEY (user_id) REFERENCES users(id);
    ALTER TABLE consultations
      ADD CONSTRAINT consultations_times CHECK (expires_at > started_at),
      DROP CONSTRAINT consultations_patient_id_users_id_fk,
      ADD CONSTRAINT consultations_patient_id_users_id_fk
        FOREIGN KEY (patient_id) REFERENCES users(id),
      DROP CONSTRAINT consultations_doctor_id_doctors_id_fk,
      ADD CONSTRAINT consultations_doctor_id_doctors_id_fk
        FOREIGN KEY (doctor_id) REFERENCES doctors(id);
    -- What sweepers look for.
    CREATE INDEX consultations_open ON consultations (expires_at) WHERE status <> 'expired';
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP INDEX consultations_open;
    ALTER TABLE consultations DROP CONSTRAINT consultations_times;
    ALTER TABLE doctors DROP CONSTRAINT doctors_places, DROP CONSTRAINT doctors_fee;
    DROP TABLE consultation_holds;
  `)
}
