import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres'

/**
 * The database has the last word on what is paid through the gateway (docs/decisions/0012-transactions.md).
 * Written by hand; `migrate:create` knows nothing of it, so later migrations must keep it.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  // ── Transactions: paid once, and money never changes behind their back ────────────────────────────
  await db.execute(sql`
    CREATE TABLE invoice_counters (
      letters text NOT NULL,
      year integer NOT NULL,
      last integer NOT NULL,
      PRIMARY KEY (letters, year)
    );

    ALTER TABLE transactions
      ALTER COLUMN original_amount SET NOT NULL,
      ALTER COLUMN discount SET NOT NULL,
      ALTER COLUMN amount SET NOT NULL,
      ALTER COLUMN refunded_amount SET NOT NULL,
      ALTER COLUMN refund_due_amount SET NOT NULL,
      DROP CONSTRAINT transactions_user_id_users_id_fk,
      ADD CONSTRAINT transactions_user_id_users_id_fk FOREIGN KEY (user_id) REFERENCES users(id),
      ADD CONSTRAINT transactions_amounts CHECK (
        amount >= 0 AND discount >= 0 AND amount = original_amount - discount
        AND amount = trunc(amount) AND discount = trunc(discount)),
      ADD CONSTRAINT transactions_refunded CHECK (refunded_amount >= 0),
      ADD CONSTRAINT transactions_refund_due CHECK (
        refund_due_amount >= 0 AND coalesce(refund_due, false) = (refund_due_amount > 0)),
      ADD CONSTRAINT transactions_paid_has_status CHECK (
        (status = 'SUCCESS') <= (paid_at IS NOT NULL)
        AND (paid_at IS NOT NULL) <= (status IN ('SUCCESS', 'REFUNDED')));

    -- One live transaction per user and item: a second checkout finds the first.
    CREATE UNIQUE INDEX transactions_one_live ON transactions (type, item_id, user_id)
      WHERE status = 'PENDING';
    CREATE INDEX transactions_newest_of_user ON transactions (user_id, id DESC);
    CREATE INDEX transactions_to_expire ON transactions (expires_at) WHERE status = 'PENDING';

    -- What was paid stays paid, or goes back: by a refund, or by a deny that follows the settlement
    -- (FAILED, and paid_at is cleared). What it is for, and who pays it, never changes.
    CREATE FUNCTION guard_transaction() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF (OLD.paid_at IS NOT NULL AND NEW.paid_at IS DISTINCT FROM OLD.paid_at
          AND NOT (NEW.paid_at IS NULL AND OLD.status = 'SUCCESS' AND NEW.status = 'FAILED'))
         OR (OLD.paid_at IS NULL AND NEW.paid_at IS NOT NULL AND NEW.status <> 'SUCCESS')
         OR (OLD.status = 'SUCCESS' AND NEW.status NOT IN ('SUCCESS', 'REFUNDED', 'FAILED'))
         OR (OLD.status = 'REFUNDED' AND NEW.status <> 'REFUNDED')
         OR (OLD.status IN ('FAILED', 'EXPIRED') AND NEW.status NOT IN (OLD.status, 'SUCCESS', 'REFUNDED'))
         OR (OLD.status <> 'PENDING' AND NEW.status = 'PENDING')
         OR (OLD.status <> 'PENDING' AND NEW.amount <> OLD.amount)
         OR NEW.refunded_amount < OLD.refunded_amount
         OR (NEW.id, NEW.type, NEW.item_id, NEW.invoice_number) IS DISTINCT FROM
            (OLD.id, OLD.type, OLD.item_id, OLD.invoice_number)
         OR NEW.user_id IS DISTINCT FROM OLD.user_id THEN
        RAISE EXCEPTION 'transaction % cannot change like this', OLD.id
          USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER guard_transaction BEFORE UPDATE ON transactions
      FOR EACH ROW EXECUTE FUNCTION guard_transaction();
    CREATE TRIGGER transactions_stay BEFORE DELETE ON transactions
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER transactions_stay_whole BEFORE TRUNCATE ON transactions
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  `)

  // ── Attempts: what the gateway knows a transaction by ─────────────────────────────────────────────
  await db.execute(sql`
    CREATE TABLE payment_attempts (
      gateway_order_id varchar(50) PRIMARY KEY,
      transaction_id varchar NOT NULL REFERENCES transactions(id),
      number integer NOT NULL CHECK (number >= 1),
      kind text NOT NULL CHECK (kind IN ('charge', 'page')),
      method text,
      channel text,
      amount numeric NOT NULL CHECK (amount > 0 AND amount = trunc(amount)),
      -- creating: the gateway is being asked; open: it can be paid; unknown: it may exist there;
      -- ending: we are ending it; closed: it cannot be paid any more; paid: its money is here.
      state text NOT NULL DEFAULT 'creating'
        CHECK (state IN ('creating', 'open', 'unknown', 'ending', 'closed', 'paid')),
      gateway_status text,
      paid_amount numeric NOT NULL DEFAULT 0 CHECK (paid_amount >= 0),
      -- What the gateway says went back, and what went back by hand.
      refunded_amount numeric NOT NULL DEFAULT 0 CHECK (refunded_amount >= 0),
      refunded_by_hand numeric NOT NULL DEFAULT 0 CHECK (refunded_by_hand >= 0),
      -- Whoever asks the gateway about it has it for themselves until then.
      leased_until timestamptz,
      asked_at timestamptz,
      -- When the sweeper asks next; null: nobody needs to.
      ask_after timestamptz,
      created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      UNIQUE (transaction_id, number)
    );
    -- One charge that can be paid, per transaction.
    CREATE UNIQUE INDEX payment_attempts_one_live ON payment_attempts (transaction_id)
      WHERE state IN ('creating', 'open', 'unknown', 'ending');
    CREATE INDEX payment_attempts_to_ask ON payment_attempts (ask_after) WHERE ask_after IS NOT NULL;

    -- What was asked for never changes; money that came is taken off only when the gateway denies it.
    CREATE FUNCTION guard_payment_attempt() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF (NEW.gateway_order_id, NEW.transaction_id, NEW.number, NEW.kind, NEW.amount)
         IS DISTINCT FROM (OLD.gateway_order_id, OLD.transaction_id, OLD.number, OLD.kind, OLD.amount)
         OR (OLD.state = 'paid' AND NEW.state NOT IN ('paid', 'closed'))
         OR (OLD.state = 'closed' AND NEW.state NOT IN ('closed', 'paid'))
         OR (NEW.state = 'paid') <> (NEW.paid_amount > 0)
         OR NEW.refunded_amount < OLD.refunded_amount
         OR NEW.refunded_by_hand < OLD.refunded_by_hand THEN
        RAISE EXCEPTION 'payment attempt % cannot change like this', OLD.gateway_order_id
          USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER guard_payment_attempt BEFORE UPDATE ON payment_attempts
      FOR EACH ROW EXECUTE FUNCTION guard_payment_attempt();
    CREATE TRIGGER payment_attempts_stay BEFORE DELETE ON payment_attempts
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER payment_attempts_stay_whole BEFORE TRUNCATE ON payment_attempts
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    CREATE TABLE transaction_events (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      transaction_id varchar NOT NULL REFERENCES transactions(id),
      at timestamptz NOT NULL DEFAULT clock_timestamp(),
      kind text NOT NULL,
      detail jsonb NOT NULL DEFAULT '{}',
      by_id integer REFERENCES users(id)
    );
    CREATE INDEX transaction_events_of ON transaction_events (transaction_id, id);
    CREATE TRIGGER transaction_events_append_only BEFORE UPDATE OR DELETE ON transaction_events
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER transaction_events_stay BEFORE TRUNCATE ON transaction_events
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  `)

  // ── The inbox: a notice is what came; only what was done about it is added, once ──────────────────
  await db.execute(sql`
    ALTER TABLE payment_notifications
      DROP CONSTRAINT payment_notifications_transaction_id_transactions_id_fk,
      ADD CONSTRAINT payment_notifications_transaction_id_transactions_id_fk
        FOREIGN KEY (transaction_id) REFERENCES transactions(id);
    -- When the sweeper looks at it: whoever takes a notice in works on it first.
    ALTER TABLE payment_notifications ADD COLUMN ask_after timestamptz;
    CREATE INDEX payment_notifications_to_do ON payment_notifications (ask_after)
      WHERE processed_at IS NULL AND verdict = 'valid';
    CREATE FUNCTION guard_payment_notification() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.processed_at IS NOT NULL
         OR (NEW.id, NEW.gateway_order_id, NEW.raw_body, NEW.verdict, NEW.fingerprint, NEW.created_at)
            IS DISTINCT FROM
            (OLD.id, OLD.gateway_order_id, OLD.raw_body, OLD.verdict, OLD.fingerprint, OLD.created_at) THEN
        RAISE EXCEPTION 'payment notification % is append-only', OLD.id
          USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER guard_payment_notification BEFORE UPDATE ON payment_notifications
      FOR EACH ROW EXECUTE FUNCTION guard_payment_notification();
    CREATE TRIGGER payment_notifications_stay BEFORE DELETE ON payment_notifications
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER payment_notifications_stay_whole BEFORE TRUNCATE ON payment_notifications
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  `)

  // ── Refunds ───────────────────────────────────────────────────────────────────────────────────────
  await db.execute(sql`
    ALTER TABLE refunds
      DROP CONSTRAINT refunds_transaction_id_transactions_id_fk,
      ADD CONSTRAINT refunds_transaction_id_transactions_id_fk
        FOREIGN KEY (transaction_id) REFERENCES transactions(id),
      DROP CONSTRAINT refunds_made_by_id_users_id_fk,
      ADD CONSTRAINT refunds_made_by_id_users_id_fk FOREIGN KEY (made_by_id) REFERENCES users(id),
      ADD CONSTRAINT refunds_amount_whole CHECK (amount > 0 AND amount = trunc(amount)),
      ADD CONSTRAINT refunds_attempt FOREIGN KEY (gateway_order_id)
        REFERENCES payment_attempts(gateway_order_id);
    -- One at a time: what is left to give back is known.
    CREATE UNIQUE INDEX refunds_one_under_way ON refunds (transaction_id) WHERE status = 'PENDING';
    CREATE TRIGGER refunds_stay BEFORE DELETE ON refunds
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    -- What went back stays gone, and what was asked for stays what was asked for.
    CREATE FUNCTION guard_refund() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF (OLD.status = 'SUCCESS' AND NEW.status <> 'SUCCESS')
         OR (OLD.status = 'FAILED' AND NEW.status = 'PENDING')
         OR (NEW.id, NEW.transaction_id, NEW.gateway_order_id, NEW.refund_key, NEW.amount, NEW.kind)
            IS DISTINCT FROM
            (OLD.id, OLD.transaction_id, OLD.gateway_order_id, OLD.refund_key, OLD.amount, OLD.kind) THEN
        RAISE EXCEPTION 'refund % cannot change like this', OLD.id USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER guard_refund BEFORE UPDATE ON refunds
      FOR EACH ROW EXECUTE FUNCTION guard_refund();

    ALTER TABLE orders
      DROP CONSTRAINT orders_transaction_id_transactions_id_fk,
      ADD CONSTRAINT orders_transaction_id_transactions_id_fk
        FOREIGN KEY (transaction_id) REFERENCES transactions(id);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TRIGGER guard_refund ON refunds;
    DROP TRIGGER refunds_stay ON refunds;
    DROP INDEX refunds_one_under_way;
    ALTER TABLE refunds DROP CONSTRAINT refunds_amount_whole, DROP CONSTRAINT refunds_attempt;
    DROP TRIGGER payment_notifications_stay_whole ON payment_notifications;
    DROP TRIGGER payment_notifications_stay ON payment_notifications;
    DROP TRIGGER guard_payment_notification ON payment_notifications;
    DROP INDEX payment_notifications_to_do;
    ALTER TABLE payment_notifications DROP COLUMN ask_after;
    DROP TABLE transaction_events, payment_attempts, invoice_counters;
    DROP TRIGGER transactions_stay_whole ON transactions;
    DROP TRIGGER transactions_stay ON transactions;
    DROP TRIGGER guard_transaction ON transactions;
    DROP INDEX transactions_one_live, transactions_newest_of_user, transactions_to_expire;
    ALTER TABLE transactions DROP CONSTRAINT transactions_amounts,
      DROP CONSTRAINT transactions_refunded, DROP CONSTRAINT transactions_refund_due,
      DROP CONSTRAINT transactions_paid_has_status;
    DROP FUNCTION guard_refund, guard_transaction, guard_payment_attempt, guard_payment_notification;
  `)
}
