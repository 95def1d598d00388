import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres'

/** What instances tell each other about sockets. Written by hand. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    -- Who lives, and who is connected where. Unlogged: after a crash nobody is.
    CREATE UNLOGGED TABLE socket_instances (
      id varchar PRIMARY KEY,
      seen_at timestamptz NOT NULL
    );
    CREATE UNLOGGED TABLE socket_presence (
      socket_id varchar NOT NULL,
      room varchar NOT NULL,
      user_id integer NOT NULL,
      instance_id varchar NOT NULL,
      PRIMARY KEY (socket_id, room)
    );
    CREATE INDEX socket_presence_room ON socket_presence (room, user_id);
    CREATE INDEX socket_presence_instance ON socket_presence (instance_id);

    -- Whether this is the user's first socket in the room. One at a time for a user and a room:
    -- of two that come at once one is the first.
    CREATE FUNCTION enter_room(a_socket varchar, a_room varchar, a_user integer, an_instance varchar)
    RETURNS boolean LANGUAGE plpgsql AS $$
    DECLARE
      is_first boolean;
    BEGIN
      PERFORM pg_advisory_xact_lock(hashtext(a_room), a_user);
      SELECT NOT EXISTS (SELECT FROM socket_presence WHERE room = a_room AND user_id = a_user)
        INTO is_first;
      INSERT INTO socket_presence (socket_id, room, user_id, instance_id)
      VALUES (a_socket, a_room, a_user, an_instance) ON CONFLICT DO NOTHING;
      RETURN is_first;
    END $$;

    -- Whether this was the user's last socket in the room; of two that leave at once one was the last.
    CREATE FUNCTION leave_room(a_socket varchar, a_room varchar, a_user integer)
    RETURNS boolean LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock(hashtext(a_room), a_user);
      DELETE FROM socket_presence WHERE socket_id = a_socket AND room = a_room;
      RETURN FOUND
         AND NOT EXISTS (SELECT FROM socket_presence WHERE room = a_room AND user_id = a_user);
    END $$;

    -- Takes a socket out of all its rooms. Always in the locks' order.
    CREATE FUNCTION leave_rooms(a_socket varchar)
    RETURNS TABLE (room varchar, user_id integer, is_last boolean) LANGUAGE sql AS $$
      SELECT place.room, place.user_id, leave_room(a_socket, place.room, place.user_id)
        FROM (SELECT p.room, p.user_id FROM socket_presence p WHERE p.socket_id = a_socket
               ORDER BY hashtext(p.room), p.user_id) AS place
    $$;

    -- Takes out, some at a time, those whose instance is gone. Of two that sweep at once each takes others.
    CREATE FUNCTION sweep_rooms(at_most integer)
    RETURNS TABLE (room varchar, user_id integer, is_last boolean) LANGUAGE sql AS $$
      SELECT place.room, place.user_id, leave_room(place.socket_id, place.room, place.user_id)
        FROM (SELECT p.socket_id, p.room, p.user_id FROM socket_presence p
               WHERE NOT EXISTS (SELECT FROM socket_instances i WHERE i.id = p.instance_id)
               ORDER BY hashtext(p.room), p.user_id LIMIT at_most) AS place
    $$;

    -- Where Socket.IO's Postgres adapter puts what is too large for a notice.
    CREATE TABLE socket_io_attachments (
      id bigserial PRIMARY KEY,
      created_at timestamptz NOT NULL DEFAULT now(),
      payload bytea
    );
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP FUNCTION sweep_rooms(integer);
    DROP FUNCTION leave_rooms(varchar);
    DROP FUNCTION leave_room(varchar, varchar, integer);
    DROP FUNCTION enter_room(varchar, varchar, integer, varchar);
    DROP TABLE socket_io_attachments, socket_presence, socket_instances;
  `)
}
