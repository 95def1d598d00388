import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres'

/**
 * The database has the last word on the desk's money (docs/decisions/0010-cash-desk.md). Written by hand;
 * `migrate:create` knows nothing of it, so later migrations must keep it.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  // ── Orders that were paid before there were entries: history without a shift ──────────────────────
  await db.execute(sql`
    INSERT INTO cash_entries (kind, method, amount, taken_by_id, item_type, item_id, item_title, reason,
                              created_at, updated_at)
    SELECT entry.kind::enum_cash_entries_kind,
           (CASE WHEN o.payment_method IN ('cash', 'cod') THEN 'cash'
                 WHEN o.payment_method IS NOT NULL THEN o.payment_method::text
                 WHEN o.payment_proof_id IS NOT NULL THEN 'bank_transfer'
                 ELSE 'cash' END)::enum_cash_entries_method,
           entry.sign * o.total_price, entry.by, 'order', o.id::text, 'Order #' || o.id, entry.reason,
           entry.at, entry.at
      FROM orders o,
           LATERAL (VALUES ('payment', 1, o.paid_at, o.paid_by_id, NULL),
                           ('refund', -1, o.refunded_at, o.refunded_by_id,
                            coalesce(o.cancel_reason, 'Order dibatalkan'))
                   ) AS entry(kind, sign, at, by, reason)
     WHERE o.paid_at IS NOT NULL AND entry.at IS NOT NULL AND o.total_price > 0
     ORDER BY entry.at, o.id;
  `)

  // ── Shifts: one open per user; what is closed never changes ───────────────────────────────────────
  await db.execute(sql`
    ALTER TABLE shifts
      ALTER COLUMN cashier_id SET NOT NULL,
      ALTER COLUMN opened_at SET NOT NULL,
      DROP CONSTRAINT shifts_cashier_id_users_id_fk,
      ADD CONSTRAINT shifts_cashier_id_users_id_fk FOREIGN KEY (cashier_id) REFERENCES users(id),
      ADD CONSTRAINT shifts_float_whole CHECK (opening_float >= 0 AND opening_float = trunc(opening_float)),
      ADD CONSTRAINT shifts_closed_with_figures CHECK (closed_at IS NULL OR (
        num_nulls(cash_expected, cash_counted, cash_difference, qris_expected, transfer_expected) = 0
        AND cash_expected = opening_float + cash_taken - cash_returned + cash_paid_in - cash_paid_out
        AND cash_difference = cash_counted - cash_expected));
    CREATE UNIQUE INDEX shifts_one_open_per_cashier ON shifts (cashier_id) WHERE closed_at IS NULL;

    CREATE FUNCTION guard_shift() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.closed_at IS NOT NULL OR NEW.cashier_id <> OLD.cashier_id OR NEW.opened_at <> OLD.opened_at
         OR (NEW.opening_float <> OLD.opening_float AND OLD.is_automatic IS NOT TRUE) THEN
        RAISE EXCEPTION 'shift % cannot change like this', OLD.id USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER guard_shift BEFORE UPDATE ON shifts
      FOR EACH ROW EXECUTE FUNCTION guard_shift();
    CREATE TRIGGER shifts_stay BEFORE DELETE ON shifts
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER shifts_stay_whole BEFORE TRUNCATE ON shifts
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  `)

  // ── Entries: append-only, in the writer's own open shift, each item paid and refunded once ────────
  await db.execute(sql`
    ALTER TABLE cash_entries
      ALTER COLUMN method SET NOT NULL,
      DROP CONSTRAINT cash_entries_shift_id_shifts_id_fk,
      ADD CONSTRAINT cash_entries_shift_id_shifts_id_fk FOREIGN KEY (shift_id) REFERENCES shifts(id),
      DROP CONSTRAINT cash_entries_taken_by_id_users_id_fk,
      ADD CONSTRAINT cash_entries_taken_by_id_users_id_fk FOREIGN KEY (taken_by_id) REFERENCES users(id),
      ADD CONSTRAINT cash_entries_amount_whole CHECK (amount = trunc(amount)),
      ADD CONSTRAINT cash_entries_sign CHECK (
        CASE WHEN kind IN ('payment', 'pay-in') THEN amount > 0 ELSE amount < 0 END),
      ADD CONSTRAINT cash_entries_about CHECK (
        CASE WHEN kind IN ('payment', 'refund') THEN num_nulls(item_type, item_id, item_title) = 0
             ELSE num_nonnulls(item_type, item_id, item_title) = 0 AND method = 'cash' END),
      ADD CONSTRAINT cash_entries_why CHECK (kind = 'payment' OR length(trim(coalesce(reason, ''))) > 0);
    CREATE UNIQUE INDEX cash_entries_once_per_item ON cash_entries (item_type, item_id, kind)
      WHERE item_type IS NOT NULL;

    -- The lock is what closing a shift waits for; who comes later finds it closed.
    CREATE FUNCTION guard_cash_entry() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM 1 FROM shifts
        WHERE id = NEW.shift_id AND cashier_id = NEW.taken_by_id AND closed_at IS NULL FOR SHARE;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'shift % of user % is not open', NEW.shift_id, NEW.taken_by_id
          USING ERRCODE = 'check_violation';
      END IF;
      IF NEW.kind = 'refund' AND NOT EXISTS (
        SELECT 1 FROM cash_entries WHERE kind = 'payment' AND amount = -NEW.amount
           AND item_type = NEW.item_type AND item_id = NEW.item_id) THEN
        RAISE EXCEPTION 'nothing of this amount was paid for % %', NEW.item_type, NEW.item_id
          USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER guard_cash_entry BEFORE INSERT ON cash_entries
      FOR EACH ROW EXECUTE FUNCTION guard_cash_entry();
    CREATE TRIGGER cash_entries_append_only BEFORE UPDATE OR DELETE ON cash_entries
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER cash_entries_stay BEFORE TRUNCATE ON cash_entries
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    ALTER TABLE orders ADD CONSTRAINT orders_cash_covers CHECK (
      cash_received IS NULL OR (cash_received >= total_price AND cash_received = trunc(cash_received)));
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE orders DROP CONSTRAINT orders_cash_covers;
    DROP TRIGGER cash_entries_stay ON cash_entries;
    DROP TRIGGER cash_entries_append_only ON cash_entries;
    DROP TRIGGER guard_cash_entry ON cash_entries;
    DROP INDEX cash_entries_once_per_item;
    ALTER TABLE cash_entries DROP CONSTRAINT cash_entries_amount_whole,
      DROP CONSTRAINT cash_entries_sign, DROP CONSTRAINT cash_entries_about,
      DROP CONSTRAINT cash_entries_why, ALTER COLUMN method DROP NOT NULL;
    DROP TRIGGER shifts_stay_whole ON shifts;
    DROP TRIGGER shifts_stay ON shifts;
    DROP TRIGGER guard_shift ON shifts;
    DROP INDEX shifts_one_open_per_cashier;
    ALTER TABLE shifts DROP CONSTRAINT shifts_float_whole, DROP CONSTRAINT shifts_closed_with_figures,
      ALTER COLUMN cashier_id DROP NOT NULL, ALTER COLUMN opened_at DROP NOT NULL;
    DROP FUNCTION guard_cash_entry, guard_shift;
  `)
}
