import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres'

/** What instances tell each other about sockets. Written by hand. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    -- Who is connected where. Unlogged: after a crash nobody is.
    CREATE UNLOGGED TABLE socket_presence (
      socket_id varchar NOT NULL,
      room varchar NOT NULL,
      user_id integer NOT NULL,
      instance_id varchar NOT NULL,
      seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (socket_id, room)
    );
    CREATE INDEX socket_presence_room ON socket_presence (room, user_id);
    CREATE INDEX socket_presence_instance ON socket_presence (instance_id);

    -- Where Socket.IO's Postgres adapter puts what is too large for a notice.
    CREATE TABLE socket_io_attachments (
      id bigserial PRIMARY KEY,
      created_at timestamptz NOT NULL DEFAULT now(),
      payload bytea
    );
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`DROP TABLE socket_io_attachments, socket_presence`)
}
