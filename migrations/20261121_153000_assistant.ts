import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres'

/** What the assistant was asked: quotas of a day, and usage per day. Written by hand. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    -- Whose requests of a day: 'user:12', 'guest:203.0.113.7', 'address:203.0.113.7', 'total'.
    CREATE TABLE assistant_quotas (
      day date NOT NULL,
      subject varchar NOT NULL,
      used integer NOT NULL CHECK (used >= 0),
      PRIMARY KEY (day, subject)
    );

    CREATE TABLE assistant_usage (
      day date PRIMARY KEY,
      requests integer NOT NULL DEFAULT 0,
      prompt_tokens bigint NOT NULL DEFAULT 0,
      completion_tokens bigint NOT NULL DEFAULT 0,
      errors integer NOT NULL DEFAULT 0,
      blocked integer NOT NULL DEFAULT 0
    );

    -- Counts one request of today for all subjects, or for none. Of any number that come at once no more
    -- get through than the quotas have left: each row is taken where it is below its quota, and locked.
    -- Callers give the subjects in one order (the widest last), so that none waits for another in a ring.
    CREATE FUNCTION take_assistant_quotas(
      zone varchar, subjects varchar[], quotas integer[],
      OUT today date, OUT used_up varchar, OUT seconds_left double precision
    ) LANGUAGE plpgsql AS $$
    BEGIN
      today := (now() AT TIME ZONE zone)::date;
      seconds_left := extract(epoch FROM (today + 1)::timestamp AT TIME ZONE zone - now());
      FOR i IN 1 .. cardinality(subjects) LOOP
        INSERT INTO assistant_quotas AS taken (day, subject, used)
        SELECT today, subjects[i], 1 WHERE quotas[i] > 0
        ON CONFLICT (day, subject) DO UPDATE SET used = taken.used + 1 WHERE taken.used < quotas[i];
        IF NOT FOUND THEN
          used_up := subjects[i];
          UPDATE assistant_quotas SET used = used - 1
           WHERE day = today AND subject = ANY (subjects[1 : i - 1]);
          RETURN;
        END IF;
      END LOOP;
    END $$;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP FUNCTION take_assistant_quotas(varchar, varchar[], integer[]);
    DROP TABLE assistant_usage, assistant_quotas;
  `)
}
