import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_cash_entries_kind" AS ENUM('payment', 'refund', 'pay-in', 'pay-out');
  CREATE TYPE "public"."enum_cash_entries_method" AS ENUM('cash', 'qris', 'bank_transfer');
  CREATE TYPE "public"."enum_cash_entries_item_type" AS ENUM('course', 'agenda', 'order', 'consultation', 'pemeriksaan');
  CREATE TABLE "cash_entries" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"kind" "enum_cash_entries_kind" DEFAULT 'pay-out' NOT NULL,
  	"amount" numeric NOT NULL,
  	"reason" varchar,
  	"method" "enum_cash_entries_method",
  	"item_title" varchar,
  	"item_type" "enum_cash_entries_item_type",
  	"item_id" varchar,
  	"shift_id" integer,
  	"taken_by_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "shifts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"opening_float" numeric NOT NULL,
  	"note" varchar,
  	"cashier_id" integer,
  	"opened_at" timestamp(3) with time zone,
  	"closed_at" timestamp(3) with time zone,
  	"is_automatic" boolean DEFAULT false,
  	"cash_count" numeric,
  	"cash_payments" numeric,
  	"cash_taken" numeric,
  	"cash_returned" numeric,
  	"cash_paid_in" numeric,
  	"cash_paid_out" numeric,
  	"cash_expected" numeric,
  	"cash_counted" numeric,
  	"cash_difference" numeric,
  	"qris_count" numeric,
  	"qris_payments" numeric,
  	"qris_taken" numeric,
  	"qris_returned" numeric,
  	"qris_expected" numeric,
  	"qris_counted" numeric,
  	"qris_difference" numeric,
  	"transfer_count" numeric,
  	"transfer_payments" numeric,
  	"transfer_taken" numeric,
  	"transfer_returned" numeric,
  	"transfer_expected" numeric,
  	"transfer_counted" numeric,
  	"transfer_difference" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "orders" ADD COLUMN "cash_received" numeric;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "cash_entries_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "shifts_id" integer;
  ALTER TABLE "cash_entries" ADD CONSTRAINT "cash_entries_shift_id_shifts_id_fk" FOREIGN KEY ("shift_id") REFERENCES "public"."shifts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "cash_entries" ADD CONSTRAINT "cash_entries_taken_by_id_users_id_fk" FOREIGN KEY ("taken_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "shifts" ADD CONSTRAINT "shifts_cashier_id_users_id_fk" FOREIGN KEY ("cashier_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "cash_entries_kind_idx" ON "cash_entries" USING btree ("kind");
  CREATE INDEX "cash_entries_method_idx" ON "cash_entries" USING btree ("method");
  CREATE INDEX "cash_entries_shift_idx" ON "cash_entries" USING btree ("shift_id");
  CREATE INDEX "cash_entries_taken_by_idx" ON "cash_entries" USING btree ("taken_by_id");
  CREATE INDEX "cash_entries_updated_at_idx" ON "cash_entries" USING btree ("updated_at");
  CREATE INDEX "cash_entries_created_at_idx" ON "cash_entries" USING btree ("created_at");
  CREATE INDEX "shifts_cashier_idx" ON "shifts" USING btree ("cashier_id");
  CREATE INDEX "shifts_updated_at_idx" ON "shifts" USING btree ("updated_at");
  CREATE INDEX "shifts_created_at_idx" ON "shifts" USING btree ("created_at");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_cash_entries_fk" FOREIGN KEY ("cash_entries_id") REFERENCES "public"."cash_entries"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_shifts_fk" FOREIGN KEY ("shifts_id") REFERENCES "public"."shifts"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_cash_entries_id_idx" ON "payload_locked_documents_rels" USING btree ("cash_entries_id");
  CREATE INDEX "payload_locked_documents_rels_shifts_id_idx" ON "payload_locked_documents_rels" USING btree ("shifts_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "cash_entries" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "shifts" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "cash_entries" CASCADE;
  DROP TABLE "shifts" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT IF EXISTS "payload_locked_documents_rels_cash_entries_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT IF EXISTS "payload_locked_documents_rels_shifts_fk";
  
  DROP INDEX "payload_locked_documents_rels_cash_entries_id_idx";
  DROP INDEX "payload_locked_documents_rels_shifts_id_idx";
  ALTER TABLE "orders" DROP COLUMN "cash_received";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "cash_entries_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "shifts_id";
  DROP TYPE "public"."enum_cash_entries_kind";
  DROP TYPE "public"."enum_cash_entries_method";
  DROP TYPE "public"."enum_cash_entries_item_type";`)
}
