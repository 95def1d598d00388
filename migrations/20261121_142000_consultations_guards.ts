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
    CREATE INDEX consultations_unanswered ON consultations (id)
      WHERE status = 'expired' AND first_answered_at IS NULL AND abandoned_at IS NULL;

    -- When the doctor first wrote something. The consultation is locked already: let_message_in did so.
    CREATE FUNCTION note_first_answer() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE consultations c SET first_answered_at = NEW.created_at
        FROM doctors d
       WHERE c.id = NEW.consultation_id AND c.first_answered_at IS NULL
         AND d.id = c.doctor_id AND d.user_id = NEW.sender_id;
      RETURN NULL;
    END $$;
    CREATE TRIGGER note_first_answer AFTER INSERT ON messages
      FOR EACH ROW EXECUTE FUNCTION note_first_answer();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TRIGGER note_first_answer ON messages;
    DROP FUNCTION note_first_answer;
    DROP INDEX consultations_open, consultations_unanswered;
    ALTER TABLE consultations DROP CONSTRAINT consultations_times;
    ALTER TABLE doctors DROP CONSTRAINT doctors_places, DROP CONSTRAINT doctors_fee;
    DROP TABLE consultation_holds;
  `)
}
