import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres'

/**
 * The database has the last word on coupons, seats and enrollments. Written by hand; `migrate:create`
 * knows nothing of it, so later migrations must keep it.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  // ── Coupons: used as often as they may be, whatever races ─────────────────────────────────────────
  await db.execute(sql`
    UPDATE coupons SET used_count = 0 WHERE used_count IS NULL;
    ALTER TABLE coupons
      ALTER COLUMN used_count SET NOT NULL,
      ADD CONSTRAINT coupons_not_overused CHECK (
        used_count >= 0 AND (max_uses IS NULL OR used_count <= max_uses)),
      ADD CONSTRAINT coupons_discount CHECK (
        discount_value >= 0 AND discount_value = trunc(discount_value)
        AND (discount_type <> 'PERCENTAGE' OR discount_value <= 100)),
      ADD CONSTRAINT coupons_per_user CHECK (
        per_user_limit >= 1 AND per_user_limit = trunc(per_user_limit)),
      ADD CONSTRAINT coupons_window CHECK (valid_from < valid_until);
    CREATE UNIQUE INDEX coupons_code_any_case ON coupons (upper(code));

    CREATE TABLE coupon_uses (
      coupon_id varchar NOT NULL REFERENCES coupons(id),
      user_id integer NOT NULL REFERENCES users(id),
      ordinal integer NOT NULL CHECK (ordinal >= 1),
      transaction_id varchar NOT NULL UNIQUE REFERENCES transactions(id),
      created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (coupon_id, user_id, ordinal)
    );

    -- A coupon's form opened before a use and saved after it puts no old count back: only the uses'
    -- trigger writes the column, which is why it is looked at from a deeper level.
    CREATE FUNCTION guard_coupon_used_count() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'INSERT' THEN
        NEW.used_count := 0;
      ELSIF NEW.used_count IS DISTINCT FROM OLD.used_count AND pg_trigger_depth() < 2 THEN
        NEW.used_count := OLD.used_count;
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER guard_coupon_used_count BEFORE INSERT OR UPDATE ON coupons
      FOR EACH ROW EXECUTE FUNCTION guard_coupon_used_count();

    CREATE FUNCTION count_coupon_use() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE' THEN
        UPDATE coupons SET used_count = used_count - 1 WHERE id = OLD.coupon_id;
        RETURN OLD;
      END IF;
      UPDATE coupons SET used_count = used_count + 1 WHERE id = NEW.coupon_id;
      RETURN NEW;
    END $$;
    CREATE TRIGGER count_coupon_use BEFORE INSERT OR DELETE ON coupon_uses
      FOR EACH ROW EXECUTE FUNCTION count_coupon_use();
  `)

  // ── Enrollments and seats ─────────────────────────────────────────────────────────────────────────
  await db.execute(sql`
    -- One that is in force; what was revoked stays as history.
    CREATE UNIQUE INDEX enrollments_once ON enrollments (user_id, course_id)
      WHERE status = 'ACTIVE';
    CREATE UNIQUE INDEX agenda_registrations_once ON agenda_registrations (user_id, agenda_id)
      WHERE status <> 'CANCELLED';
    ALTER TABLE agendas ADD CONSTRAINT agendas_capacity_whole
      CHECK (capacity IS NULL OR (capacity >= 0 AND capacity = trunc(capacity)));

    -- The lock queues those who want the last seat.
    CREATE FUNCTION guard_seats() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE seats numeric;
    BEGIN
      IF NEW.status = 'CANCELLED' OR (TG_OP = 'UPDATE' AND OLD.status <> 'CANCELLED') THEN
        RETURN NEW;
      END IF;
      SELECT capacity INTO seats FROM agendas WHERE id = NEW.agenda_id FOR NO KEY UPDATE;
      IF seats IS NOT NULL AND seats <= (SELECT count(*) FROM agenda_registrations
                                          WHERE agenda_id = NEW.agenda_id AND status <> 'CANCELLED') THEN
        RAISE EXCEPTION 'agenda % is full', NEW.agenda_id USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER guard_seats BEFORE INSERT OR UPDATE ON agenda_registrations
      FOR EACH ROW EXECUTE FUNCTION guard_seats();

    -- History outlives nobody: who learns, and what, cannot be deleted.
    ALTER TABLE enrollments
      DROP CONSTRAINT enrollments_user_id_users_id_fk,
      ADD CONSTRAINT enrollments_user_id_users_id_fk FOREIGN KEY (user_id) REFERENCES users(id),
      DROP CONSTRAINT enrollments_course_id_courses_id_fk,
      ADD CONSTRAINT enrollments_course_id_courses_id_fk FOREIGN KEY (course_id) REFERENCES courses(id);
    ALTER TABLE agenda_registrations
      DROP CONSTRAINT agenda_registrations_user_id_users_id_fk,
      ADD CONSTRAINT agenda_registrations_user_id_users_id_fk FOREIGN KEY (user_id) REFERENCES users(id),
      DROP CONSTRAINT agenda_registrations_agenda_id_agendas_id_fk,
      ADD CONSTRAINT agenda_registrations_agenda_id_agendas_id_fk
        FOREIGN KEY (agenda_id) REFERENCES agendas(id);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TRIGGER guard_seats ON agenda_registrations;
    ALTER TABLE agendas DROP CONSTRAINT agendas_capacity_whole;
    DROP INDEX enrollments_once, agenda_registrations_once;
    DROP TABLE coupon_uses;
    DROP TRIGGER guard_coupon_used_count ON coupons;
    DROP INDEX coupons_code_any_case;
    ALTER TABLE coupons DROP CONSTRAINT coupons_not_overused, DROP CONSTRAINT coupons_discount,
      DROP CONSTRAINT coupons_per_user, DROP CONSTRAINT coupons_window;
    DROP FUNCTION guard_seats, count_coupon_use, guard_coupon_used_count;
  `)
}
