import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres'

/**
 * The newsroom's search, and what slugs leave behind. Written by hand; `migrate:create` knows nothing of it,
 * so later migrations must keep it.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    -- The words of a text in Lexical's JSON, in their order. No tsvector takes more than a megabyte.
    CREATE FUNCTION news_text(content jsonb) RETURNS text
      LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
      SELECT left(coalesce(string_agg(piece #>> '{}', ' '), ''), 200000)
        FROM jsonb_path_query(content, 'strict $.**.text') AS piece
    $$;
    ALTER TABLE news ADD COLUMN search tsvector GENERATED ALWAYS AS (
      setweight(to_tsvector('pg_catalog.indonesian', left(coalesce(title, ''), 1000)), 'A') ||
      setweight(to_tsvector('pg_catalog.indonesian', left(coalesce(excerpt, ''), 2000)), 'B') ||
      setweight(to_tsvector('pg_catalog.indonesian', news_text(content)), 'C')) STORED;
    CREATE INDEX news_search_idx ON news USING gin (search) WITH (fastupdate = off)
      WHERE _status = 'published' AND deleted_at IS NULL;

    -- A category that articles name is not deleted.
    ALTER TABLE news_rels
      DROP CONSTRAINT news_rels_categories_fk,
      ADD CONSTRAINT news_rels_categories_fk FOREIGN KEY (categories_id) REFERENCES categories(id);
    ALTER TABLE categories
      DROP CONSTRAINT categories_parent_id_categories_id_fk,
      ADD CONSTRAINT categories_parent_id_categories_id_fk
        FOREIGN KEY (parent_id) REFERENCES categories(id);

    -- Whoever has the old address of an article that was published is led to it; what a published
    -- article's address is, leads nowhere else.
    CREATE FUNCTION keep_news_addresses() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE redirect integer;
    BEGIN
      IF NEW._status = 'published' THEN
        DELETE FROM redirects WHERE "from" = '/news/' || NEW.slug;
      END IF;
      IF TG_OP = 'INSERT' OR OLD.slug IS NOT DISTINCT FROM NEW.slug OR OLD.slug IS NULL
         OR (OLD._status <> 'published' AND OLD.published_at IS NULL) THEN
        RETURN NULL;
      END IF;
      INSERT INTO redirects ("from", to_type) VALUES ('/news/' || OLD.slug, 'reference')
        ON CONFLICT ("from") DO UPDATE
           SET to_type = 'reference', to_url = NULL, updated_at = now()
        RETURNING id INTO redirect;
      DELETE FROM redirects_rels WHERE parent_id = redirect;
      INSERT INTO redirects_rels (parent_id, path, news_id)
        VALUES (redirect, 'to.reference', NEW.id);
      UPDATE redirects SET to_url = '/news/' || NEW.slug, updated_at = now()
       WHERE to_type = 'custom' AND to_url = '/news/' || OLD.slug;
      RETURN NULL;
    END $$;
    CREATE TRIGGER keep_news_addresses AFTER INSERT OR UPDATE OF slug, _status ON news
      FOR EACH ROW EXECUTE FUNCTION keep_news_addresses();

    -- What was scheduled goes with the article, too: Payload looks for its id as a number, and keeps a text.
    CREATE FUNCTION drop_what_news_left() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      DELETE FROM payload_jobs
       WHERE task_slug = 'schedulePublish' AND input #>> '{doc,relationTo}' = 'news'
         AND input #>> '{doc,value}' = OLD.id::text;
      DELETE FROM redirects r USING redirects_rels rel
       WHERE rel.parent_id = r.id AND rel.news_id = OLD.id;
      RETURN OLD;
    END $$;
    CREATE TRIGGER drop_what_news_left BEFORE DELETE ON news
      FOR EACH ROW EXECUTE FUNCTION drop_what_news_left();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TRIGGER drop_what_news_left ON news;
    DROP FUNCTION drop_what_news_left;
    DROP TRIGGER keep_news_addresses ON news;
    DROP FUNCTION keep_news_addresses;
    ALTER TABLE categories
      DROP CONSTRAINT categories_parent_id_categories_id_fk,
      ADD CONSTRAINT categories_parent_id_categories_id_fk
        FOREIGN KEY (parent_id) REFERENCES categories(id) ON DELETE SET NULL;
    ALTER TABLE news_rels
      DROP CONSTRAINT news_rels_categories_fk,
      ADD CONSTRAINT news_rels_categories_fk
        FOREIGN KEY (categories_id) REFERENCES categories(id) ON DELETE CASCADE;
    DROP INDEX news_search_idx;
    ALTER TABLE news DROP COLUMN search;
    DROP FUNCTION news_text;
  `)
}
