import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres'

/** An inbox goes with its user. Written by hand; `migrate:create` knows nothing of it. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE notifications
      DROP CONSTRAINT notifications_user_id_users_id_fk,
      ADD CONSTRAINT notifications_user_id_users_id_fk
        FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
    CREATE INDEX notifications_unread ON notifications (user_id) WHERE read_at IS NULL;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP INDEX notifications_unread;
    ALTER TABLE notifications
      DROP CONSTRAINT notifications_user_id_users_id_fk,
      ADD CONSTRAINT notifications_user_id_users_id_fk
        FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE SET NULL;
  `)
}
