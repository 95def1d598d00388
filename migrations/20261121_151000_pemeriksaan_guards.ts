import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres'

/**
 * The database has the last word on the bills of examinations (docs/decisions/0019-bills.md). Written by
 * hand; `migrate:create` knows nothing of it, so later migrations must keep it.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    -- When somebody who follows a payment last had the gateway asked.
    ALTER TABLE payment_attempts ADD COLUMN confirmed_at timestamptz;

    CREATE SEQUENCE pemeriksaan_number AS integer;
    ALTER TABLE pemeriksaan
      ALTER COLUMN number SET NOT NULL,
      ALTER COLUMN patient_id SET NOT NULL,
      ALTER COLUMN doctor_id SET NOT NULL,
      -- What a bill's lines were when it was paid; null while they may change.
      ADD COLUMN sealed_lines text,
      ADD CONSTRAINT pemeriksaan_total_whole CHECK (total >= 0 AND total = trunc(total)),
      ADD CONSTRAINT pemeriksaan_paid CHECK (dibayar = (paid_at IS NOT NULL)),
      ADD CONSTRAINT pemeriksaan_paid_or_back CHECK (num_nonnulls(paid_at, refunded_at) <= 1),
      ADD CONSTRAINT pemeriksaan_cash_covers CHECK (
        cash_received IS NULL OR (cash_received >= total AND cash_received = trunc(cash_received))),
      ADD CONSTRAINT pemeriksaan_transaction FOREIGN KEY (transaction) REFERENCES transactions(id),
      DROP CONSTRAINT pemeriksaan_patient_id_users_id_fk,
      ADD CONSTRAINT pemeriksaan_patient_id_users_id_fk
        FOREIGN KEY (patient_id) REFERENCES users(id),
      DROP CONSTRAINT pemeriksaan_doctor_id_doctors_id_fk,
      ADD CONSTRAINT pemeriksaan_doctor_id_doctors_id_fk
        FOREIGN KEY (doctor_id) REFERENCES doctors(id),
      DROP CONSTRAINT pemeriksaan_paid_by_id_users_id_fk,
      ADD CONSTRAINT pemeriksaan_paid_by_id_users_id_fk
        FOREIGN KEY (paid_by_id) REFERENCES users(id),
      DROP CONSTRAINT pemeriksaan_refunded_by_id_users_id_fk,
      ADD CONSTRAINT pemeriksaan_refunded_by_id_users_id_fk
        FOREIGN KEY (refunded_by_id) REFERENCES users(id);
    ALTER TABLE pemeriksaan_items
      ADD CONSTRAINT pemeriksaan_items_price CHECK (price >= 0 AND price = trunc(price)),
      ADD CONSTRAINT pemeriksaan_items_quantity CHECK (quantity >= 1 AND quantity = trunc(quantity));
    CREATE INDEX pemeriksaan_of_doctor ON pemeriksaan (doctor_id, patient_id);
  `)

  await db.execute(sql`
    -- Volatile, so that it sees what was committed while its caller waited for the bill.
    CREATE FUNCTION bill_lines(bill varchar) RETURNS text LANGUAGE sql VOLATILE AS $$
      SELECT md5(coalesce(jsonb_agg(
               jsonb_build_array(name, price::bigint, quantity::bigint) ORDER BY _order)::text, ''))
        FROM pemeriksaan_items WHERE _parent_id = bill
    $$;

    -- A form that was opened before the payment and is saved after it takes nothing back: how the money
    -- came is written by those who have said so (sehat.bill), in their transaction.
    CREATE FUNCTION guard_bill() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'INSERT' THEN
        -- Payload saves by INSERT … ON CONFLICT: a bill that is there draws no further number.
        NEW.number := coalesce(
          (SELECT number FROM pemeriksaan WHERE id = NEW.id), nextval('pemeriksaan_number'));
        NEW.dibayar := false;
        NEW.paid_at := NULL;
        NEW.paid_by_id := NULL;
        NEW.payment_method := NULL;
        NEW.cash_received := NULL;
        NEW.transaction := NULL;
        NEW.refunded_at := NULL;
        NEW.refunded_by_id := NULL;
        NEW.refund_reason := NULL;
        NEW.sealed_lines := NULL;
        RETURN NEW;
      END IF;
      NEW.number := OLD.number;
      IF current_setting('sehat.bill', true) IS DISTINCT FROM OLD.id THEN
        NEW.dibayar := OLD.dibayar;
        NEW.paid_at := OLD.paid_at;
        NEW.paid_by_id := OLD.paid_by_id;
        NEW.payment_method := OLD.payment_method;
        NEW.cash_received := OLD.cash_received;
        NEW.transaction := OLD.transaction;
        NEW.refunded_at := OLD.refunded_at;
        NEW.refunded_by_id := OLD.refunded_by_id;
        NEW.refund_reason := OLD.refund_reason;
      END IF;
      IF OLD.sealed_lines IS NOT NULL
         AND (NEW.total, NEW.patient_id, NEW.doctor_id) IS DISTINCT FROM
             (OLD.total, OLD.patient_id, OLD.doctor_id) THEN
        RAISE EXCEPTION 'bill % is paid', OLD.id USING ERRCODE = 'check_violation';
      END IF;
      NEW.sealed_lines := CASE WHEN num_nonnulls(NEW.paid_at, NEW.refunded_at) = 0 THEN NULL
                               ELSE coalesce(OLD.sealed_lines, bill_lines(OLD.id)) END;
      RETURN NEW;
    END $$;
    CREATE TRIGGER guard_bill BEFORE INSERT OR UPDATE ON pemeriksaan
      FOR EACH ROW EXECUTE FUNCTION guard_bill();

    -- The total is the sum of the lines, and the lines of a paid bill are what was paid for. At the commit,
    -- since Payload takes all lines out and puts them in again; the lock waits for who pays just now.
    CREATE FUNCTION check_bill(bill varchar) RETURNS void LANGUAGE plpgsql AS $$
    DECLARE found_bill record;
    BEGIN
      SELECT total, sealed_lines INTO found_bill FROM pemeriksaan WHERE id = bill FOR SHARE;
      IF found_bill.total <> (SELECT coalesce(sum(price * quantity), 0)
                                FROM pemeriksaan_items WHERE _parent_id = bill)
         OR found_bill.sealed_lines <> bill_lines(bill) THEN
        RAISE EXCEPTION 'the lines of bill % are not its total, or it is paid', bill
          USING ERRCODE = 'check_violation';
      END IF;
    END $$;
    CREATE FUNCTION check_bill_of_line() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP <> 'INSERT' THEN PERFORM check_bill(OLD._parent_id); END IF;
      IF TG_OP <> 'DELETE' THEN PERFORM check_bill(NEW._parent_id); END IF;
      RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER check_bill_of_line AFTER INSERT OR UPDATE OR DELETE ON pemeriksaan_items
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_bill_of_line();
    CREATE FUNCTION check_bill_itself() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM check_bill(NEW.id);
      RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER check_bill_itself AFTER INSERT OR UPDATE ON pemeriksaan
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_bill_itself();

    -- History outlives nobody: what money was asked for, or taken for, stays.
    CREATE FUNCTION keep_bill() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.sealed_lines IS NOT NULL
         OR EXISTS (SELECT 1 FROM transactions WHERE type = 'pemeriksaan' AND item_id = OLD.id)
         OR EXISTS (SELECT 1 FROM cash_entries WHERE item_type = 'pemeriksaan' AND item_id = OLD.id) THEN
        RAISE EXCEPTION 'bill % has a history', OLD.id USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN OLD;
    END $$;
    CREATE TRIGGER keep_bill BEFORE DELETE ON pemeriksaan
      FOR EACH ROW EXECUTE FUNCTION keep_bill();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TRIGGER keep_bill ON pemeriksaan;
    DROP TRIGGER check_bill_itself ON pemeriksaan;
    DROP TRIGGER check_bill_of_line ON pemeriksaan_items;
    DROP TRIGGER guard_bill ON pemeriksaan;
    DROP FUNCTION keep_bill, check_bill_itself, check_bill_of_line, check_bill, guard_bill, bill_lines;
    DROP INDEX pemeriksaan_of_doctor;
    ALTER TABLE pemeriksaan_items
      DROP CONSTRAINT pemeriksaan_items_price, DROP CONSTRAINT pemeriksaan_items_quantity;
    ALTER TABLE pemeriksaan
      DROP CONSTRAINT pemeriksaan_total_whole, DROP CONSTRAINT pemeriksaan_paid,
      DROP CONSTRAINT pemeriksaan_paid_or_back, DROP CONSTRAINT pemeriksaan_cash_covers,
      DROP CONSTRAINT pemeriksaan_transaction, DROP COLUMN sealed_lines,
      ALTER COLUMN number DROP NOT NULL, ALTER COLUMN patient_id DROP NOT NULL,
      ALTER COLUMN doctor_id DROP NOT NULL;
    DROP SEQUENCE pemeriksaan_number;
    ALTER TABLE payment_attempts DROP COLUMN confirmed_at;
  `)
}
