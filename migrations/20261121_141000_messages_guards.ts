import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres'

/**
 * The database has the last word on messages: who may send one, when, and which number it has. Written
 * by hand; `migrate:create` knows nothing of it, so later migrations must keep it.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE UNIQUE INDEX messages_numbered ON messages (consultation_id, seq);
    CREATE UNIQUE INDEX messages_sent_once ON messages (consultation_id, sender_id, client_id);
    -- A file is sent once.
    CREATE UNIQUE INDEX messages_attached_once ON messages (attachment_id);
    -- Nothing looks for messages by these, and each costs every message.
    DROP INDEX messages_consultation_idx, messages_attachment_idx, messages_updated_at_idx;
    -- What somebody has not read.
    CREATE INDEX messages_unread ON messages (consultation_id, seq) WHERE read_at IS NULL;
    ALTER TABLE messages
      -- The blanks of JavaScript's trim.
      ADD CONSTRAINT messages_say_something CHECK (
        attachment_id IS NOT NULL OR length(btrim(coalesce(content, ''),
          E' \\t\\r\\n\\f\\x0B\\u00A0\\u1680\\u2000\\u2001\\u2002\\u2003\\u2004\\u2005\\u2006\\u2007\\u2008\\u2009'
          || E'\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF')) > 0),
      ADD CONSTRAINT messages_length CHECK (length(content) <= 4000),
      DROP CONSTRAINT messages_consultation_id_consultations_id_fk,
      ADD CONSTRAINT messages_consultation_id_consultations_id_fk
        FOREIGN KEY (consultation_id) REFERENCES consultations(id),
      DROP CONSTRAINT messages_sender_id_users_id_fk,
      ADD CONSTRAINT messages_sender_id_users_id_fk FOREIGN KEY (sender_id) REFERENCES users(id),
      DROP CONSTRAINT messages_attachment_id_chat_files_id_fk,
      ADD CONSTRAINT messages_attachment_id_chat_files_id_fk
        FOREIGN KEY (attachment_id) REFERENCES chat_files(id);

    -- Lets a message in, and numbers it: 1, 2, 3 … without gaps, since the lock on the consultation
    -- queues its senders. The same client_id of the same sender inserts nothing. The clock is read after
    -- the lock was got: now() would stand still while waiting. SQLSTATEs are ours: class CH.
    CREATE FUNCTION let_message_in() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      room record;
      moment timestamptz;
    BEGIN
      SELECT c.patient_id, d.user_id AS doctor_user_id, c.started_at, c.expires_at, c.ended_at
        INTO room
        FROM consultations c JOIN doctors d ON d.id = c.doctor_id
       WHERE c.id = NEW.consultation_id
         FOR NO KEY UPDATE OF c;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'consultation % does not exist', NEW.consultation_id USING ERRCODE = 'CH404';
      END IF;
      IF NEW.sender_id IS NULL OR NEW.sender_id NOT IN (room.patient_id, room.doctor_user_id) THEN
        RAISE EXCEPTION 'user % is not in consultation %', NEW.sender_id, NEW.consultation_id
          USING ERRCODE = 'CH403';
      END IF;
      IF NEW.client_id IS NOT NULL AND EXISTS (
        SELECT FROM messages WHERE consultation_id = NEW.consultation_id
           AND sender_id = NEW.sender_id AND client_id = NEW.client_id) THEN
        RETURN NULL;
      END IF;
      moment := clock_timestamp();
      IF room.ended_at IS NOT NULL OR moment >= room.expires_at THEN
        RAISE EXCEPTION 'consultation % is over', NEW.consultation_id USING ERRCODE = 'CH410';
      END IF;
      IF room.started_at IS NULL OR moment < room.started_at THEN
        RAISE EXCEPTION 'consultation % has not begun', NEW.consultation_id USING ERRCODE = 'CH425';
      END IF;
      -- Locked, so that no sweeper takes an unused file away meanwhile.
      IF NEW.attachment_id IS NOT NULL THEN
        PERFORM FROM chat_files WHERE id = NEW.attachment_id AND uploaded_by_id = NEW.sender_id
            AND consultation_id = NEW.consultation_id FOR KEY SHARE;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'file % cannot be sent here', NEW.attachment_id USING ERRCODE = 'CH422';
        END IF;
      END IF;
      NEW.seq := coalesce(
        (SELECT max(seq) FROM messages WHERE consultation_id = NEW.consultation_id), 0) + 1;
      NEW.created_at := moment;
      NEW.updated_at := moment;
      NEW.delivered_at := NULL;
      NEW.read_at := NULL;
      RETURN NEW;
    END $$;
    CREATE TRIGGER let_message_in BEFORE INSERT ON messages
      FOR EACH ROW EXECUTE FUNCTION let_message_in();

    -- What was said stays as it was said; only the marks are set, once.
    CREATE FUNCTION keep_message() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE kept messages%ROWTYPE;
    BEGIN
      IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'messages are never deleted' USING ERRCODE = 'check_violation';
      END IF;
      kept := OLD;
      kept.read_at := coalesce(OLD.read_at, NEW.read_at);
      kept.delivered_at := coalesce(OLD.delivered_at, NEW.delivered_at, kept.read_at);
      RETURN kept;
    END $$;
    CREATE TRIGGER keep_message BEFORE UPDATE OR DELETE ON messages
      FOR EACH ROW EXECUTE FUNCTION keep_message();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TRIGGER keep_message ON messages;
    DROP TRIGGER let_message_in ON messages;
    DROP FUNCTION keep_message, let_message_in;
    ALTER TABLE messages DROP CONSTRAINT messages_say_something, DROP CONSTRAINT messages_length;
    DROP INDEX messages_numbered, messages_sent_once, messages_attached_once, messages_unread;
    CREATE INDEX messages_consultation_idx ON messages (consultation_id);
    CREATE INDEX messages_attachment_idx ON messages (attachment_id);
    CREATE INDEX messages_updated_at_idx ON messages (updated_at);
  `)
}
