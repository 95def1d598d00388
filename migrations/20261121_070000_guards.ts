import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres'

/**
 * What Payload's schema cannot say: the database has the last word on stock, accounts and sessions
 * (docs/decisions/0004-stock-ledger.md, 0005-account-guards.md). Written by hand; `migrate:create`
 * knows nothing of it, so later migrations must keep it.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  // ── Stock: moves only by movements, and never below zero ──────────────────────────────────────────
  await db.execute(sql`
    UPDATE obat SET stock = 0 WHERE stock IS NULL;
    ALTER TABLE obat
      ALTER COLUMN stock SET NOT NULL,
      ADD CONSTRAINT obat_stock_not_negative CHECK (stock >= 0),
      ADD CONSTRAINT obat_price_whole CHECK (price >= 0 AND price = trunc(price));
    ALTER TABLE stock_movements
      ADD CONSTRAINT stock_movements_quantity_whole CHECK (quantity <> 0 AND quantity = trunc(quantity));

    -- A new obat has no stock; a product form opened before a sale and saved after it puts nothing back.
    -- Only the ledger's trigger writes the column, which is why it is looked at from a deeper level.
    CREATE FUNCTION guard_obat_stock() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'INSERT' THEN
        NEW.stock := 0;
      ELSIF NEW.stock IS DISTINCT FROM OLD.stock AND pg_trigger_depth() < 2 THEN
        NEW.stock := OLD.stock;
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER guard_obat_stock BEFORE INSERT OR UPDATE ON obat
      FOR EACH ROW EXECUTE FUNCTION guard_obat_stock();

    -- Every movement moves the stock as it is written, so that the sum of the movements is the stock.
    CREATE FUNCTION apply_stock_movement() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE obat SET stock = stock + NEW.quantity WHERE id = NEW.obat_id
        RETURNING stock INTO NEW.balance_after;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'no obat %', NEW.obat_id USING ERRCODE = 'foreign_key_violation';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER apply_stock_movement BEFORE INSERT ON stock_movements
      FOR EACH ROW EXECUTE FUNCTION apply_stock_movement();

    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END $$;
    CREATE TRIGGER stock_movements_append_only BEFORE UPDATE OR DELETE ON stock_movements
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    -- One sale and one return per order and obat: whatever races, stock returns once.
    CREATE UNIQUE INDEX stock_movements_once_per_order
      ON stock_movements (order_id, obat_id, kind) WHERE kind IN ('sale', 'cancellation');
  `)

  // ── Orders ────────────────────────────────────────────────────────────────────────────────────────
  await db.execute(sql`
    CREATE SEQUENCE order_line_number AS integer;
    ALTER TABLE orders_items
      ALTER COLUMN number SET NOT NULL,
      ALTER COLUMN unit_price SET NOT NULL,
      ALTER COLUMN subtotal SET NOT NULL,
      ADD CONSTRAINT orders_items_number_unique UNIQUE (number),
      ADD CONSTRAINT orders_items_quantity_whole CHECK (quantity >= 1 AND quantity = trunc(quantity)),
      ADD CONSTRAINT orders_items_subtotal CHECK (subtotal = unit_price * quantity);
    ALTER TABLE orders
      ALTER COLUMN total_price SET NOT NULL,
      ALTER COLUMN status SET NOT NULL,
      ALTER COLUMN payment_status SET NOT NULL,
      ADD CONSTRAINT orders_total_not_negative CHECK (total_price >= 0),
      ADD CONSTRAINT orders_paid_has_status CHECK (paid_at IS NULL OR payment_status = 'paid');

    -- A closed order stays closed, money that was taken stays taken, and the price stays the price.
    CREATE FUNCTION guard_order() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF (OLD.status <> 'pending' AND NEW.status <> OLD.status)
         OR (OLD.paid_at IS NOT NULL AND NEW.paid_at IS DISTINCT FROM OLD.paid_at)
         OR NEW.total_price <> OLD.total_price THEN
        RAISE EXCEPTION 'order % cannot change like this', OLD.id USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER guard_order BEFORE UPDATE ON orders
      FOR EACH ROW EXECUTE FUNCTION guard_order();

    CREATE INDEX orders_newest_of_user ON orders (user_id, id DESC);
    CREATE INDEX orders_awaiting_payment ON orders (id)
      WHERE status = 'pending' AND payment_status = 'pending';
    CREATE INDEX orders_to_expire ON orders (expires_at) WHERE status = 'pending' AND paid_at IS NULL;

    -- History outlives nobody: who bought, sold or took money cannot be deleted, only disabled.
    ALTER TABLE orders
      DROP CONSTRAINT orders_user_id_users_id_fk,
      ADD CONSTRAINT orders_user_id_users_id_fk FOREIGN KEY (user_id) REFERENCES users(id),
      DROP CONSTRAINT orders_paid_by_id_users_id_fk,
      ADD CONSTRAINT orders_paid_by_id_users_id_fk FOREIGN KEY (paid_by_id) REFERENCES users(id);
    ALTER TABLE orders_items
      DROP CONSTRAINT orders_items_obat_id_obat_id_fk,
      ADD CONSTRAINT orders_items_obat_id_obat_id_fk FOREIGN KEY (obat_id) REFERENCES obat(id);
    ALTER TABLE stock_movements
      DROP CONSTRAINT stock_movements_obat_id_obat_id_fk,
      ADD CONSTRAINT stock_movements_obat_id_obat_id_fk FOREIGN KEY (obat_id) REFERENCES obat(id),
      DROP CONSTRAINT stock_movements_order_id_orders_id_fk,
      ADD CONSTRAINT stock_movements_order_id_orders_id_fk FOREIGN KEY (order_id) REFERENCES orders(id),
      DROP CONSTRAINT stock_movements_created_by_id_users_id_fk,
      ADD CONSTRAINT stock_movements_created_by_id_users_id_fk FOREIGN KEY (created_by_id) REFERENCES users(id);
  `)

  // ── Search: any part of name, SKU or barcode, whatever its case ───────────────────────────────────
  await db.execute(sql`
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE INDEX obat_name_trigrams ON obat USING gin (name gin_trgm_ops);
    CREATE INDEX obat_sku_trigrams ON obat USING gin (sku gin_trgm_ops);
    CREATE INDEX obat_barcode_trigrams ON obat USING gin (barcode gin_trgm_ops);
  `)

  // ── Accounts ──────────────────────────────────────────────────────────────────────────────────────
  await db.execute(sql`
    UPDATE users SET credentials_version = 0 WHERE credentials_version IS NULL;
    ALTER TABLE users ALTER COLUMN credentials_version SET NOT NULL;

    CREATE TABLE ended_sessions (
      id varchar PRIMARY KEY,
      ended_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
      expires_at timestamptz
    );
    CREATE INDEX ended_sessions_expiry ON ended_sessions (expires_at);

    -- Payload writes whole rows, a login's among them. A write prepared before the role, the e-mail, the
    -- password or "disabled" changed carries an older version, and keeps none of them. A link that resets
    -- the password does not outlive such a change.
    CREATE FUNCTION guard_user_credentials() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.credentials_version IS DISTINCT FROM OLD.credentials_version THEN
        NEW.role := OLD.role;
        NEW.email := OLD.email;
        NEW.disabled := OLD.disabled;
        NEW.hash := OLD.hash;
        NEW.salt := OLD.salt;
        NEW.reset_password_token := OLD.reset_password_token;
        NEW.reset_password_expiration := OLD.reset_password_expiration;
        NEW.credentials_version := OLD.credentials_version;
      ELSIF (NEW.role, NEW.email, NEW.disabled, NEW.hash)
            IS DISTINCT FROM (OLD.role, OLD.email, OLD.disabled, OLD.hash) THEN
        NEW.credentials_version := OLD.credentials_version + 1;
        NEW.reset_password_token := NULL;
        NEW.reset_password_expiration := NULL;
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER guard_user_credentials BEFORE UPDATE ON users
      FOR EACH ROW EXECUTE FUNCTION guard_user_credentials();

    -- A new password, and being disabled, end every session at once (but the one that is typing).
    CREATE FUNCTION end_sessions_of_user() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE before text := current_setting('sehat.end_sessions', true);
    BEGIN
      PERFORM set_config('sehat.end_sessions', 'on', true);
      DELETE FROM users_sessions
       WHERE _parent_id = NEW.id
         AND (NEW.disabled OR id <> coalesce(current_setting('sehat.keep_session', true), ''));
      PERFORM set_config('sehat.end_sessions', coalesce(before, ''), true);
      RETURN NULL;
    END $$;
    CREATE TRIGGER end_sessions_of_user AFTER UPDATE ON users FOR EACH ROW
      WHEN (NEW.hash IS DISTINCT FROM OLD.hash OR (NEW.disabled AND OLD.disabled IS NOT TRUE))
      EXECUTE FUNCTION end_sessions_of_user();

    -- Payload rewrites a user's whole list of sessions at each login, from what it read earlier. So rows
    -- are deleted only by those who say that they end sessions, and what was ended never comes back.
    CREATE FUNCTION guard_session_delete() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.expires_at < now() OR NOT EXISTS (SELECT 1 FROM users WHERE id = OLD._parent_id) THEN
        RETURN OLD;
      END IF;
      IF current_setting('sehat.end_sessions', true) IS DISTINCT FROM 'on' THEN
        RETURN NULL;
      END IF;
      DELETE FROM ended_sessions WHERE id IN (
        SELECT id FROM ended_sessions WHERE expires_at < now() LIMIT 100 FOR UPDATE SKIP LOCKED);
      INSERT INTO ended_sessions (id, expires_at) VALUES (OLD.id, OLD.expires_at)
        ON CONFLICT (id) DO NOTHING;
      RETURN OLD;
    END $$;
    CREATE TRIGGER guard_session_delete BEFORE DELETE ON users_sessions
      FOR EACH ROW EXECUTE FUNCTION guard_session_delete();

    CREATE FUNCTION guard_session_insert() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT 1 FROM users_sessions WHERE id = NEW.id) THEN
        UPDATE users_sessions SET expires_at = NEW.expires_at
         WHERE id = NEW.id AND _parent_id = NEW._parent_id AND expires_at < NEW.expires_at;
        RETURN NULL;
      END IF;
      -- A logout deletes the list and writes back all but one, in one transaction.
      IF current_setting('sehat.end_sessions', true) = 'on' THEN
        DELETE FROM ended_sessions WHERE id = NEW.id AND ended_in = pg_current_xact_id();
      END IF;
      IF EXISTS (SELECT 1 FROM ended_sessions WHERE id = NEW.id) THEN
        RETURN NULL;
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER guard_session_insert BEFORE INSERT ON users_sessions
      FOR EACH ROW EXECUTE FUNCTION guard_session_insert();

    -- Payload's update is an upsert: a login that began before its user was deleted would make them anew.
    CREATE TABLE deleted_users (id integer PRIMARY KEY, deleted_at timestamptz NOT NULL DEFAULT now());
    CREATE FUNCTION remember_deleted_user() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO deleted_users (id) VALUES (OLD.id);
      RETURN NULL;
    END $$;
    CREATE TRIGGER remember_deleted_user AFTER DELETE ON users
      FOR EACH ROW EXECUTE FUNCTION remember_deleted_user();
    CREATE FUNCTION refuse_deleted_user() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT 1 FROM deleted_users WHERE id = NEW.id) THEN
        RAISE EXCEPTION 'user % was deleted', NEW.id USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER refuse_deleted_user AFTER INSERT ON users
      FOR EACH ROW EXECUTE FUNCTION refuse_deleted_user();

    -- Somebody must be able to make admins. The lock is for two admins who demote each other at once.
    CREATE FUNCTION keep_an_admin() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock(7345120003);
      IF NOT EXISTS (SELECT 1 FROM users WHERE role = 'admin' AND disabled IS NOT TRUE) THEN
        RAISE EXCEPTION 'no admin would be left' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER keep_an_admin AFTER UPDATE ON users FOR EACH ROW
      WHEN (OLD.role = 'admin' AND OLD.disabled IS NOT TRUE
            AND (NEW.role <> 'admin' OR NEW.disabled))
      EXECUTE FUNCTION keep_an_admin();
    CREATE TRIGGER keep_an_admin_at_delete AFTER DELETE ON users FOR EACH ROW
      WHEN (OLD.role = 'admin' AND OLD.disabled IS NOT TRUE)
      EXECUTE FUNCTION keep_an_admin();
  `)

  // ── Idempotency-Key ───────────────────────────────────────────────────────────────────────────────
  await db.execute(sql`
    CREATE TABLE idempotency_keys (
      user_id integer NOT NULL REFERENCES users(id) ON DELETE CASCADE,
      route text NOT NULL,
      key text NOT NULL,
      body_hash text NOT NULL,
      status integer,
      body jsonb,
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (user_id, route, key)
    );
    CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TABLE idempotency_keys;
    DROP TRIGGER keep_an_admin_at_delete ON users;
    DROP TRIGGER keep_an_admin ON users;
    DROP TRIGGER refuse_deleted_user ON users;
    DROP TRIGGER remember_deleted_user ON users;
    DROP TABLE deleted_users;
    DROP TRIGGER guard_session_insert ON users_sessions;
    DROP TRIGGER guard_session_delete ON users_sessions;
    DROP TRIGGER end_sessions_of_user ON users;
    DROP TRIGGER guard_user_credentials ON users;
    DROP TABLE ended_sessions;
    DROP INDEX obat_name_trigrams, obat_sku_trigrams, obat_barcode_trigrams;
    DROP INDEX orders_newest_of_user, orders_awaiting_payment, orders_to_expire;
    DROP TRIGGER guard_order ON orders;
    DROP INDEX stock_movements_once_per_order;
    DROP TRIGGER stock_movements_append_only ON stock_movements;
    DROP TRIGGER apply_stock_movement ON stock_movements;
    DROP TRIGGER guard_obat_stock ON obat;
    DROP FUNCTION keep_an_admin, refuse_deleted_user, remember_deleted_user, guard_session_insert,
      guard_session_delete, end_sessions_of_user, guard_user_credentials, guard_order, refuse_change, apply_stock_movement, guard_obat_stock;
    ALTER TABLE orders DROP CONSTRAINT orders_total_not_negative, DROP CONSTRAINT orders_paid_has_status;
    ALTER TABLE orders_items DROP CONSTRAINT orders_items_number_unique,
      DROP CONSTRAINT orders_items_quantity_whole, DROP CONSTRAINT orders_items_subtotal;
    ALTER TABLE stock_movements DROP CONSTRAINT stock_movements_quantity_whole;
    ALTER TABLE obat DROP CONSTRAINT obat_stock_not_negative, DROP CONSTRAINT obat_price_whole;
    DROP SEQUENCE order_line_number;
  `)
}
