import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_doctors_schedule_day" AS ENUM('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday');
  CREATE TYPE "public"."enum_consultations_status" AS ENUM('scheduled', 'active', 'expired');
  CREATE TABLE "prescriptions_items" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"obat_id" integer NOT NULL,
  	"quantity" numeric NOT NULL,
  	"used" numeric DEFAULT 0 NOT NULL,
  	"dose" varchar NOT NULL,
  	"note" varchar
  );
  
  CREATE TABLE "prescriptions" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"patient_id" integer NOT NULL,
  	"doctor_id" integer,
  	"consultation_id" integer,
  	"doctor_name" varchar NOT NULL,
  	"issued_by_id" integer,
  	"valid_until" timestamp(3) with time zone NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "doctors_schedule" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"day" "enum_doctors_schedule_day" NOT NULL,
  	"start_time" varchar,
  	"end_time" varchar
  );
  
  CREATE TABLE "doctors_overrides" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"date" varchar NOT NULL,
  	"closed" boolean DEFAULT false,
  	"start_time" varchar,
  	"end_time" varchar
  );
  
  CREATE TABLE "doctors_canned_answers" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"text" varchar NOT NULL
  );
  
  CREATE TABLE "doctors" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"user_id" integer NOT NULL,
  	"name" varchar NOT NULL,
  	"specialization" varchar NOT NULL,
  	"str_number" varchar,
  	"sip_number" varchar,
  	"bio" varchar,
  	"photo_id" integer,
  	"fee" numeric NOT NULL,
  	"max_concurrent" numeric DEFAULT 3 NOT NULL,
  	"active" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "consultations_extensions" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"minutes" numeric,
  	"reason" varchar,
  	"by_id" integer,
  	"at" timestamp(3) with time zone
  );
  
  CREATE TABLE "consultations" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"patient_id" integer NOT NULL,
  	"doctor_id" integer NOT NULL,
  	"transaction_id" varchar,
  	"status" "enum_consultations_status" NOT NULL,
  	"started_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone,
  	"ended_at" timestamp(3) with time zone,
  	"ended_by_id" integer,
  	"warned_at" timestamp(3) with time zone,
  	"first_answered_at" timestamp(3) with time zone,
  	"abandoned_at" timestamp(3) with time zone,
  	"summary" varchar,
  	"summary_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "messages" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"consultation_id" integer NOT NULL,
  	"seq" numeric NOT NULL,
  	"sender_id" integer NOT NULL,
  	"content" varchar,
  	"attachment_id" integer,
  	"client_id" varchar,
  	"delivered_at" timestamp(3) with time zone,
  	"read_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "chat_files" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"consultation_id" integer NOT NULL,
  	"uploaded_by_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric,
  	"focal_x" numeric,
  	"focal_y" numeric
  );
  
  ALTER TABLE "orders" ADD COLUMN "prescription_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "prescriptions_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "doctors_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "consultations_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "messages_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "chat_files_id" integer;
  ALTER TABLE "prescriptions_items" ADD CONSTRAINT "prescriptions_items_obat_id_obat_id_fk" FOREIGN KEY ("obat_id") REFERENCES "public"."obat"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "prescriptions_items" ADD CONSTRAINT "prescriptions_items_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."prescriptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "prescriptions" ADD CONSTRAINT "prescriptions_patient_id_users_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "prescriptions" ADD CONSTRAINT "prescriptions_doctor_id_doctors_id_fk" FOREIGN KEY ("doctor_id") REFERENCES "public"."doctors"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "prescriptions" ADD CONSTRAINT "prescriptions_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "prescriptions" ADD CONSTRAINT "prescriptions_issued_by_id_users_id_fk" FOREIGN KEY ("issued_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "doctors_schedule" ADD CONSTRAINT "doctors_schedule_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."doctors"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "doctors_overrides" ADD CONSTRAINT "doctors_overrides_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."doctors"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "doctors_canned_answers" ADD CONSTRAINT "doctors_canned_answers_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."doctors"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "doctors" ADD CONSTRAINT "doctors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "doctors" ADD CONSTRAINT "doctors_photo_id_media_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consultations_extensions" ADD CONSTRAINT "consultations_extensions_by_id_users_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consultations_extensions" ADD CONSTRAINT "consultations_extensions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."consultations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "consultations" ADD CONSTRAINT "consultations_patient_id_users_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consultations" ADD CONSTRAINT "consultations_doctor_id_doctors_id_fk" FOREIGN KEY ("doctor_id") REFERENCES "public"."doctors"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consultations" ADD CONSTRAINT "consultations_transaction_id_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."transactions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consultations" ADD CONSTRAINT "consultations_ended_by_id_users_id_fk" FOREIGN KEY ("ended_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "messages" ADD CONSTRAINT "messages_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "messages" ADD CONSTRAINT "messages_sender_id_users_id_fk" FOREIGN KEY ("sender_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "messages" ADD CONSTRAINT "messages_attachment_id_chat_files_id_fk" FOREIGN KEY ("attachment_id") REFERENCES "public"."chat_files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "chat_files" ADD CONSTRAINT "chat_files_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "chat_files" ADD CONSTRAINT "chat_files_uploaded_by_id_users_id_fk" FOREIGN KEY ("uploaded_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "prescriptions_items_order_idx" ON "prescriptions_items" USING btree ("_order");
  CREATE INDEX "prescriptions_items_parent_id_idx" ON "prescriptions_items" USING btree ("_parent_id");
  CREATE INDEX "prescriptions_items_obat_idx" ON "prescriptions_items" USING btree ("obat_id");
  CREATE INDEX "prescriptions_patient_idx" ON "prescriptions" USING btree ("patient_id");
  CREATE INDEX "prescriptions_doctor_idx" ON "prescriptions" USING btree ("doctor_id");
  CREATE INDEX "prescriptions_consultation_idx" ON "prescriptions" USING btree ("consultation_id");
  CREATE INDEX "prescriptions_issued_by_idx" ON "prescriptions" USING btree ("issued_by_id");
  CREATE INDEX "prescriptions_valid_until_idx" ON "prescriptions" USING btree ("valid_until");
  CREATE INDEX "prescriptions_updated_at_idx" ON "prescriptions" USING btree ("updated_at");
  CREATE INDEX "prescriptions_created_at_idx" ON "prescriptions" USING btree ("created_at");
  CREATE INDEX "doctors_schedule_order_idx" ON "doctors_schedule" USING btree ("_order");
  CREATE INDEX "doctors_schedule_parent_id_idx" ON "doctors_schedule" USING btree ("_parent_id");
  CREATE INDEX "doctors_overrides_order_idx" ON "doctors_overrides" USING btree ("_order");
  CREATE INDEX "doctors_overrides_parent_id_idx" ON "doctors_overrides" USING btree ("_parent_id");
  CREATE INDEX "doctors_canned_answers_order_idx" ON "doctors_canned_answers" USING btree ("_order");
  CREATE INDEX "doctors_canned_answers_parent_id_idx" ON "doctors_canned_answers" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "doctors_user_idx" ON "doctors" USING btree ("user_id");
  CREATE INDEX "doctors_photo_idx" ON "doctors" USING btree ("photo_id");
  CREATE INDEX "doctors_active_idx" ON "doctors" USING btree ("active");
  CREATE INDEX "doctors_updated_at_idx" ON "doctors" USING btree ("updated_at");
  CREATE INDEX "doctors_created_at_idx" ON "doctors" USING btree ("created_at");
  CREATE INDEX "consultations_extensions_order_idx" ON "consultations_extensions" USING btree ("_order");
  CREATE INDEX "consultations_extensions_parent_id_idx" ON "consultations_extensions" USING btree ("_parent_id");
  CREATE INDEX "consultations_extensions_by_idx" ON "consultations_extensions" USING btree ("by_id");
  CREATE INDEX "consultations_patient_idx" ON "consultations" USING btree ("patient_id");
  CREATE INDEX "consultations_doctor_idx" ON "consultations" USING btree ("doctor_id");
  CREATE UNIQUE INDEX "consultations_transaction_idx" ON "consultations" USING btree ("transaction_id");
  CREATE INDEX "consultations_status_idx" ON "consultations" USING btree ("status");
  CREATE INDEX "consultations_ended_by_idx" ON "consultations" USING btree ("ended_by_id");
  CREATE INDEX "consultations_updated_at_idx" ON "consultations" USING btree ("updated_at");
  CREATE INDEX "consultations_created_at_idx" ON "consultations" USING btree ("created_at");
  CREATE INDEX "messages_consultation_idx" ON "messages" USING btree ("consultation_id");
  CREATE INDEX "messages_sender_idx" ON "messages" USING btree ("sender_id");
  CREATE INDEX "messages_attachment_idx" ON "messages" USING btree ("attachment_id");
  CREATE INDEX "messages_updated_at_idx" ON "messages" USING btree ("updated_at");
  CREATE INDEX "messages_created_at_idx" ON "messages" USING btree ("created_at");
  CREATE INDEX "chat_files_consultation_idx" ON "chat_files" USING btree ("consultation_id");
  CREATE INDEX "chat_files_uploaded_by_idx" ON "chat_files" USING btree ("uploaded_by_id");
  CREATE INDEX "chat_files_updated_at_idx" ON "chat_files" USING btree ("updated_at");
  CREATE INDEX "chat_files_created_at_idx" ON "chat_files" USING btree ("created_at");
  CREATE UNIQUE INDEX "chat_files_filename_idx" ON "chat_files" USING btree ("filename");
  ALTER TABLE "orders" ADD CONSTRAINT "orders_prescription_id_prescriptions_id_fk" FOREIGN KEY ("prescription_id") REFERENCES "public"."prescriptions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_prescriptions_fk" FOREIGN KEY ("prescriptions_id") REFERENCES "public"."prescriptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_doctors_fk" FOREIGN KEY ("doctors_id") REFERENCES "public"."doctors"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_consultations_fk" FOREIGN KEY ("consultations_id") REFERENCES "public"."consultations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_messages_fk" FOREIGN KEY ("messages_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_chat_files_fk" FOREIGN KEY ("chat_files_id") REFERENCES "public"."chat_files"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "orders_prescription_idx" ON "orders" USING btree ("prescription_id");
  CREATE INDEX "payload_locked_documents_rels_prescriptions_id_idx" ON "payload_locked_documents_rels" USING btree ("prescriptions_id");
  CREATE INDEX "payload_locked_documents_rels_doctors_id_idx" ON "payload_locked_documents_rels" USING btree ("doctors_id");
  CREATE INDEX "payload_locked_documents_rels_consultations_id_idx" ON "payload_locked_documents_rels" USING btree ("consultations_id");
  CREATE INDEX "payload_locked_documents_rels_messages_id_idx" ON "payload_locked_documents_rels" USING btree ("messages_id");
  CREATE INDEX "payload_locked_documents_rels_chat_files_id_idx" ON "payload_locked_documents_rels" USING btree ("chat_files_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "prescriptions_items" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "prescriptions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "doctors_schedule" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "doctors_overrides" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "doctors_canned_answers" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "doctors" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "consultations_extensions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "consultations" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "messages" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "chat_files" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "prescriptions_items" CASCADE;
  DROP TABLE "prescriptions" CASCADE;
  DROP TABLE "doctors_schedule" CASCADE;
  DROP TABLE "doctors_overrides" CASCADE;
  DROP TABLE "doctors_canned_answers" CASCADE;
  DROP TABLE "doctors" CASCADE;
  DROP TABLE "consultations_extensions" CASCADE;
  DROP TABLE "consultations" CASCADE;
  DROP TABLE "messages" CASCADE;
  DROP TABLE "chat_files" CASCADE;
  ALTER TABLE "orders" DROP CONSTRAINT IF EXISTS "orders_prescription_id_prescriptions_id_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT IF EXISTS "payload_locked_documents_rels_prescriptions_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT IF EXISTS "payload_locked_documents_rels_doctors_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT IF EXISTS "payload_locked_documents_rels_consultations_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT IF EXISTS "payload_locked_documents_rels_messages_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT IF EXISTS "payload_locked_documents_rels_chat_files_fk";
  
  DROP INDEX "orders_prescription_idx";
  DROP INDEX "payload_locked_documents_rels_prescriptions_id_idx";
  DROP INDEX "payload_locked_documents_rels_doctors_id_idx";
  DROP INDEX "payload_locked_documents_rels_consultations_id_idx";
  DROP INDEX "payload_locked_documents_rels_messages_id_idx";
  DROP INDEX "payload_locked_documents_rels_chat_files_id_idx";
  ALTER TABLE "orders" DROP COLUMN "prescription_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "prescriptions_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "doctors_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "consultations_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "messages_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "chat_files_id";
  DROP TYPE "public"."enum_doctors_schedule_day";
  DROP TYPE "public"."enum_consultations_status";`)
}
