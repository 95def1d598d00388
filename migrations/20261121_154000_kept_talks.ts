import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres'

/** Kept talks with the assistant go with their user. Written by hand; `migrate:create` knows nothing of it. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE assistant_conversations
      DROP CONSTRAINT assistant_conversations_user_id_users_id_fk,
      ADD CONSTRAINT assistant_conversations_user_id_users_id_fk
        FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE assistant_conversations
      DROP CONSTRAINT assistant_conversations_user_id_users_id_fk,
      ADD CONSTRAINT assistant_conversations_user_id_users_id_fk
        FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE SET NULL;
  `)
}
