import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_courses_lessons_kind" AS ENUM('video', 'file', 'text');
  CREATE TYPE "public"."enum_courses_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__courses_v_version_lessons_kind" AS ENUM('video', 'file', 'text');
  CREATE TYPE "public"."enum__courses_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_agendas_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__agendas_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_coupons_discount_type" AS ENUM('PERCENTAGE', 'FIXED');
  CREATE TYPE "public"."enum_enrollments_status" AS ENUM('ACTIVE', 'REVOKED');
  CREATE TYPE "public"."enum_agenda_registrations_status" AS ENUM('PENDING', 'CONFIRMED', 'CANCELLED');
  CREATE TYPE "public"."enum_transactions_type" AS ENUM('course', 'agenda', 'order', 'consultation', 'pemeriksaan');
  CREATE TYPE "public"."enum_transactions_payment_method" AS ENUM('BANK_TRANSFER', 'E_WALLET', 'QRIS', 'VIRTUAL_ACCOUNT');
  CREATE TYPE "public"."enum_transactions_status" AS ENUM('PENDING', 'SUCCESS', 'FAILED', 'EXPIRED', 'REFUNDED');
  CREATE TYPE "public"."enum_refunds_kind" AS ENUM('gateway', 'manual');
  CREATE TYPE "public"."enum_refunds_status" AS ENUM('PENDING', 'SUCCESS', 'FAILED');
  CREATE TYPE "public"."enum_payment_notifications_verdict" AS ENUM('valid', 'invalid');
  CREATE TYPE "public"."enum_payment_settings_channels" AS ENUM('bsi', 'bni', 'bca', 'bri', 'mandiri', 'permata', 'cimb', 'gopay', 'shopeepay', 'qris');
  CREATE TYPE "public"."enum_payment_settings_late_money" AS ENUM('apply', 'refund');
  CREATE TABLE "courses_lessons" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"kind" "enum_courses_lessons_kind" DEFAULT 'text',
  	"preview" boolean DEFAULT false,
  	"content" varchar,
  	"file_id" integer
  );
  
  CREATE TABLE "courses" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"slug" varchar,
  	"description" varchar,
  	"thumbnail_id" integer,
  	"instructor" varchar,
  	"price" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_courses_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "_courses_v_version_lessons" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"kind" "enum__courses_v_version_lessons_kind" DEFAULT 'text',
  	"preview" boolean DEFAULT false,
  	"content" varchar,
  	"file_id" integer,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_courses_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" varchar,
  	"version_title" varchar,
  	"version_slug" varchar,
  	"version_description" varchar,
  	"version_thumbnail_id" integer,
  	"version_instructor" varchar,
  	"version_price" numeric,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__courses_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean
  );
  
  CREATE TABLE "agendas" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"slug" varchar,
  	"description" varchar,
  	"thumbnail_id" integer,
  	"starts_at" timestamp(3) with time zone,
  	"ends_at" timestamp(3) with time zone,
  	"place" varchar,
  	"link" varchar,
  	"capacity" numeric,
  	"price" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_agendas_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "_agendas_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" varchar,
  	"version_title" varchar,
  	"version_slug" varchar,
  	"version_description" varchar,
  	"version_thumbnail_id" integer,
  	"version_starts_at" timestamp(3) with time zone,
  	"version_ends_at" timestamp(3) with time zone,
  	"version_place" varchar,
  	"version_link" varchar,
  	"version_capacity" numeric,
  	"version_price" numeric,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__agendas_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean
  );
  
  CREATE TABLE "coupons" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"code" varchar NOT NULL,
  	"discount_type" "enum_coupons_discount_type" NOT NULL,
  	"discount_value" numeric NOT NULL,
  	"max_discount" numeric,
  	"min_purchase" numeric,
  	"max_uses" numeric,
  	"per_user_limit" numeric DEFAULT 1 NOT NULL,
  	"used_count" numeric DEFAULT 0,
  	"valid_from" timestamp(3) with time zone NOT NULL,
  	"valid_until" timestamp(3) with time zone NOT NULL,
  	"is_active" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "coupons_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" varchar NOT NULL,
  	"path" varchar NOT NULL,
  	"courses_id" varchar
  );
  
  CREATE TABLE "enrollments" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"user_id" integer NOT NULL,
  	"course_id" varchar NOT NULL,
  	"grant_reason" varchar,
  	"granted_by_id" integer,
  	"status" "enum_enrollments_status" DEFAULT 'ACTIVE',
  	"transaction_id" varchar,
  	"progress" jsonb,
  	"completed_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "agenda_registrations" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"user_id" integer NOT NULL,
  	"agenda_id" varchar NOT NULL,
  	"grant_reason" varchar,
  	"granted_by_id" integer,
  	"status" "enum_agenda_registrations_status" DEFAULT 'CONFIRMED',
  	"transaction_id" varchar,
  	"confirmed_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "lesson_files" (
  	"id" serial PRIMARY KEY NOT NULL,
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
  
  CREATE TABLE "transactions" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"invoice_number" varchar NOT NULL,
  	"type" "enum_transactions_type" NOT NULL,
  	"item_title" varchar,
  	"item_id" varchar NOT NULL,
  	"item_snapshot" jsonb,
  	"user_id" integer,
  	"coupon_id" varchar,
  	"coupon_code" varchar,
  	"original_amount" numeric NOT NULL,
  	"discount" numeric NOT NULL,
  	"amount" numeric NOT NULL,
  	"refunded_amount" numeric DEFAULT 0,
  	"payment_method" "enum_transactions_payment_method",
  	"channel" varchar,
  	"payment_details" jsonb,
  	"status" "enum_transactions_status" DEFAULT 'PENDING' NOT NULL,
  	"under_review" boolean DEFAULT false,
  	"disputed" boolean DEFAULT false,
  	"refund_due" boolean DEFAULT false,
  	"refund_due_amount" numeric DEFAULT 0,
  	"review_note" varchar,
  	"gateway_order_id" varchar,
  	"snap_token" varchar,
  	"redirect_url" varchar,
  	"expires_at" timestamp(3) with time zone,
  	"paid_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "refunds" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"transaction_id" varchar NOT NULL,
  	"gateway_order_id" varchar NOT NULL,
  	"amount" numeric NOT NULL,
  	"kind" "enum_refunds_kind" NOT NULL,
  	"status" "enum_refunds_status" NOT NULL,
  	"reason" varchar NOT NULL,
  	"note" varchar,
  	"refund_key" varchar NOT NULL,
  	"made_by_id" integer,
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
  
  CREATE TABLE "payment_notifications" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"gateway_order_id" varchar NOT NULL,
  	"transaction_id" varchar,
  	"transaction_status" varchar,
  	"verdict" "enum_payment_notifications_verdict" NOT NULL,
  	"outcome" varchar,
  	"processed_at" timestamp(3) with time zone,
  	"raw_body" varchar,
  	"fingerprint" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "notifications" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"user_id" integer NOT NULL,
  	"kind" varchar NOT NULL,
  	"title" varchar,
  	"body" varchar,
  	"data" jsonb,
  	"key" varchar NOT NULL,
  	"read_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payment_settings_channels" (
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"value" "enum_payment_settings_channels",
  	"id" serial PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "payment_settings" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"bank_name" varchar,
  	"account_number" varchar,
  	"account_name" varchar,
  	"late_money" "enum_payment_settings_late_money" DEFAULT 'apply' NOT NULL,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  ALTER TABLE "orders" ADD COLUMN "transaction_id" varchar;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "courses_id" varchar;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "agendas_id" varchar;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "coupons_id" varchar;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "enrollments_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "agenda_registrations_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "lesson_files_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "transactions_id" varchar;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "refunds_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "payment_notifications_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "notifications_id" integer;
  ALTER TABLE "courses_lessons" ADD CONSTRAINT "courses_lessons_file_id_lesson_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."lesson_files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "courses_lessons" ADD CONSTRAINT "courses_lessons_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "courses" ADD CONSTRAINT "courses_thumbnail_id_media_id_fk" FOREIGN KEY ("thumbnail_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_courses_v_version_lessons" ADD CONSTRAINT "_courses_v_version_lessons_file_id_lesson_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."lesson_files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_courses_v_version_lessons" ADD CONSTRAINT "_courses_v_version_lessons_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_courses_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_courses_v" ADD CONSTRAINT "_courses_v_parent_id_courses_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."courses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_courses_v" ADD CONSTRAINT "_courses_v_version_thumbnail_id_media_id_fk" FOREIGN KEY ("version_thumbnail_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "agendas" ADD CONSTRAINT "agendas_thumbnail_id_media_id_fk" FOREIGN KEY ("thumbnail_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_agendas_v" ADD CONSTRAINT "_agendas_v_parent_id_agendas_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."agendas"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_agendas_v" ADD CONSTRAINT "_agendas_v_version_thumbnail_id_media_id_fk" FOREIGN KEY ("version_thumbnail_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "coupons_rels" ADD CONSTRAINT "coupons_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."coupons"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "coupons_rels" ADD CONSTRAINT "coupons_rels_courses_fk" FOREIGN KEY ("courses_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_granted_by_id_users_id_fk" FOREIGN KEY ("granted_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_transaction_id_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."transactions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "agenda_registrations" ADD CONSTRAINT "agenda_registrations_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "agenda_registrations" ADD CONSTRAINT "agenda_registrations_agenda_id_agendas_id_fk" FOREIGN KEY ("agenda_id") REFERENCES "public"."agendas"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "agenda_registrations" ADD CONSTRAINT "agenda_registrations_granted_by_id_users_id_fk" FOREIGN KEY ("granted_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "agenda_registrations" ADD CONSTRAINT "agenda_registrations_transaction_id_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."transactions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "transactions" ADD CONSTRAINT "transactions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "refunds" ADD CONSTRAINT "refunds_transaction_id_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."transactions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "refunds" ADD CONSTRAINT "refunds_made_by_id_users_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payment_notifications" ADD CONSTRAINT "payment_notifications_transaction_id_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."transactions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payment_settings_channels" ADD CONSTRAINT "payment_settings_channels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payment_settings"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "courses_lessons_order_idx" ON "courses_lessons" USING btree ("_order");
  CREATE INDEX "courses_lessons_parent_id_idx" ON "courses_lessons" USING btree ("_parent_id");
  CREATE INDEX "courses_lessons_file_idx" ON "courses_lessons" USING btree ("file_id");
  CREATE UNIQUE INDEX "courses_slug_idx" ON "courses" USING btree ("slug");
  CREATE INDEX "courses_thumbnail_idx" ON "courses" USING btree ("thumbnail_id");
  CREATE INDEX "courses_updated_at_idx" ON "courses" USING btree ("updated_at");
  CREATE INDEX "courses_created_at_idx" ON "courses" USING btree ("created_at");
  CREATE INDEX "courses__status_idx" ON "courses" USING btree ("_status");
  CREATE INDEX "_courses_v_version_lessons_order_idx" ON "_courses_v_version_lessons" USING btree ("_order");
  CREATE INDEX "_courses_v_version_lessons_parent_id_idx" ON "_courses_v_version_lessons" USING btree ("_parent_id");
  CREATE INDEX "_courses_v_version_lessons_file_idx" ON "_courses_v_version_lessons" USING btree ("file_id");
  CREATE INDEX "_courses_v_parent_idx" ON "_courses_v" USING btree ("parent_id");
  CREATE INDEX "_courses_v_version_version_slug_idx" ON "_courses_v" USING btree ("version_slug");
  CREATE INDEX "_courses_v_version_version_thumbnail_idx" ON "_courses_v" USING btree ("version_thumbnail_id");
  CREATE INDEX "_courses_v_version_version_updated_at_idx" ON "_courses_v" USING btree ("version_updated_at");
  CREATE INDEX "_courses_v_version_version_created_at_idx" ON "_courses_v" USING btree ("version_created_at");
  CREATE INDEX "_courses_v_version_version__status_idx" ON "_courses_v" USING btree ("version__status");
  CREATE INDEX "_courses_v_created_at_idx" ON "_courses_v" USING btree ("created_at");
  CREATE INDEX "_courses_v_updated_at_idx" ON "_courses_v" USING btree ("updated_at");
  CREATE INDEX "_courses_v_latest_idx" ON "_courses_v" USING btree ("latest");
  CREATE UNIQUE INDEX "agendas_slug_idx" ON "agendas" USING btree ("slug");
  CREATE INDEX "agendas_thumbnail_idx" ON "agendas" USING btree ("thumbnail_id");
  CREATE INDEX "agendas_starts_at_idx" ON "agendas" USING btree ("starts_at");
  CREATE INDEX "agendas_updated_at_idx" ON "agendas" USING btree ("updated_at");
  CREATE INDEX "agendas_created_at_idx" ON "agendas" USING btree ("created_at");
  CREATE INDEX "agendas__status_idx" ON "agendas" USING btree ("_status");
  CREATE INDEX "_agendas_v_parent_idx" ON "_agendas_v" USING btree ("parent_id");
  CREATE INDEX "_agendas_v_version_version_slug_idx" ON "_agendas_v" USING btree ("version_slug");
  CREATE INDEX "_agendas_v_version_version_thumbnail_idx" ON "_agendas_v" USING btree ("version_thumbnail_id");
  CREATE INDEX "_agendas_v_version_version_starts_at_idx" ON "_agendas_v" USING btree ("version_starts_at");
  CREATE INDEX "_agendas_v_version_version_updated_at_idx" ON "_agendas_v" USING btree ("version_updated_at");
  CREATE INDEX "_agendas_v_version_version_created_at_idx" ON "_agendas_v" USING btree ("version_created_at");
  CREATE INDEX "_agendas_v_version_version__status_idx" ON "_agendas_v" USING btree ("version__status");
  CREATE INDEX "_agendas_v_created_at_idx" ON "_agendas_v" USING btree ("created_at");
  CREATE INDEX "_agendas_v_updated_at_idx" ON "_agendas_v" USING btree ("updated_at");
  CREATE INDEX "_agendas_v_latest_idx" ON "_agendas_v" USING btree ("latest");
  CREATE UNIQUE INDEX "coupons_code_idx" ON "coupons" USING btree ("code");
  CREATE INDEX "coupons_updated_at_idx" ON "coupons" USING btree ("updated_at");
  CREATE INDEX "coupons_created_at_idx" ON "coupons" USING btree ("created_at");
  CREATE INDEX "coupons_rels_order_idx" ON "coupons_rels" USING btree ("order");
  CREATE INDEX "coupons_rels_parent_idx" ON "coupons_rels" USING btree ("parent_id");
  CREATE INDEX "coupons_rels_path_idx" ON "coupons_rels" USING btree ("path");
  CREATE INDEX "coupons_rels_courses_id_idx" ON "coupons_rels" USING btree ("courses_id");
  CREATE INDEX "enrollments_user_idx" ON "enrollments" USING btree ("user_id");
  CREATE INDEX "enrollments_course_idx" ON "enrollments" USING btree ("course_id");
  CREATE INDEX "enrollments_granted_by_idx" ON "enrollments" USING btree ("granted_by_id");
  CREATE INDEX "enrollments_status_idx" ON "enrollments" USING btree ("status");
  CREATE INDEX "enrollments_transaction_idx" ON "enrollments" USING btree ("transaction_id");
  CREATE INDEX "enrollments_updated_at_idx" ON "enrollments" USING btree ("updated_at");
  CREATE INDEX "enrollments_created_at_idx" ON "enrollments" USING btree ("created_at");
  CREATE INDEX "agenda_registrations_user_idx" ON "agenda_registrations" USING btree ("user_id");
  CREATE INDEX "agenda_registrations_agenda_idx" ON "agenda_registrations" USING btree ("agenda_id");
  CREATE INDEX "agenda_registrations_granted_by_idx" ON "agenda_registrations" USING btree ("granted_by_id");
  CREATE INDEX "agenda_registrations_status_idx" ON "agenda_registrations" USING btree ("status");
  CREATE INDEX "agenda_registrations_transaction_idx" ON "agenda_registrations" USING btree ("transaction_id");
  CREATE INDEX "agenda_registrations_updated_at_idx" ON "agenda_registrations" USING btree ("updated_at");
  CREATE INDEX "agenda_registrations_created_at_idx" ON "agenda_registrations" USING btree ("created_at");
  CREATE INDEX "lesson_files_updated_at_idx" ON "lesson_files" USING btree ("updated_at");
  CREATE INDEX "lesson_files_created_at_idx" ON "lesson_files" USING btree ("created_at");
  CREATE UNIQUE INDEX "lesson_files_filename_idx" ON "lesson_files" USING btree ("filename");
  CREATE UNIQUE INDEX "transactions_invoice_number_idx" ON "transactions" USING btree ("invoice_number");
  CREATE INDEX "transactions_type_idx" ON "transactions" USING btree ("type");
  CREATE INDEX "transactions_item_id_idx" ON "transactions" USING btree ("item_id");
  CREATE INDEX "transactions_user_idx" ON "transactions" USING btree ("user_id");
  CREATE INDEX "transactions_coupon_id_idx" ON "transactions" USING btree ("coupon_id");
  CREATE INDEX "transactions_payment_method_idx" ON "transactions" USING btree ("payment_method");
  CREATE INDEX "transactions_status_idx" ON "transactions" USING btree ("status");
  CREATE INDEX "transactions_under_review_idx" ON "transactions" USING btree ("under_review");
  CREATE INDEX "transactions_disputed_idx" ON "transactions" USING btree ("disputed");
  CREATE INDEX "transactions_refund_due_idx" ON "transactions" USING btree ("refund_due");
  CREATE INDEX "transactions_gateway_order_id_idx" ON "transactions" USING btree ("gateway_order_id");
  CREATE INDEX "transactions_expires_at_idx" ON "transactions" USING btree ("expires_at");
  CREATE INDEX "transactions_paid_at_idx" ON "transactions" USING btree ("paid_at");
  CREATE INDEX "transactions_updated_at_idx" ON "transactions" USING btree ("updated_at");
  CREATE INDEX "transactions_created_at_idx" ON "transactions" USING btree ("created_at");
  CREATE INDEX "refunds_transaction_idx" ON "refunds" USING btree ("transaction_id");
  CREATE INDEX "refunds_gateway_order_id_idx" ON "refunds" USING btree ("gateway_order_id");
  CREATE INDEX "refunds_status_idx" ON "refunds" USING btree ("status");
  CREATE UNIQUE INDEX "refunds_refund_key_idx" ON "refunds" USING btree ("refund_key");
  CREATE INDEX "refunds_made_by_idx" ON "refunds" USING btree ("made_by_id");
  CREATE INDEX "refunds_updated_at_idx" ON "refunds" USING btree ("updated_at");
  CREATE INDEX "refunds_created_at_idx" ON "refunds" USING btree ("created_at");
  CREATE UNIQUE INDEX "refunds_filename_idx" ON "refunds" USING btree ("filename");
  CREATE INDEX "payment_notifications_gateway_order_id_idx" ON "payment_notifications" USING btree ("gateway_order_id");
  CREATE INDEX "payment_notifications_transaction_idx" ON "payment_notifications" USING btree ("transaction_id");
  CREATE INDEX "payment_notifications_processed_at_idx" ON "payment_notifications" USING btree ("processed_at");
  CREATE UNIQUE INDEX "payment_notifications_fingerprint_idx" ON "payment_notifications" USING btree ("fingerprint");
  CREATE INDEX "payment_notifications_updated_at_idx" ON "payment_notifications" USING btree ("updated_at");
  CREATE INDEX "payment_notifications_created_at_idx" ON "payment_notifications" USING btree ("created_at");
  CREATE INDEX "notifications_user_idx" ON "notifications" USING btree ("user_id");
  CREATE UNIQUE INDEX "notifications_key_idx" ON "notifications" USING btree ("key");
  CREATE INDEX "notifications_read_at_idx" ON "notifications" USING btree ("read_at");
  CREATE INDEX "notifications_updated_at_idx" ON "notifications" USING btree ("updated_at");
  CREATE INDEX "notifications_created_at_idx" ON "notifications" USING btree ("created_at");
  CREATE INDEX "payment_settings_channels_order_idx" ON "payment_settings_channels" USING btree ("order");
  CREATE INDEX "payment_settings_channels_parent_idx" ON "payment_settings_channels" USING btree ("parent_id");
  ALTER TABLE "orders" ADD CONSTRAINT "orders_transaction_id_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."transactions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_courses_fk" FOREIGN KEY ("courses_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_agendas_fk" FOREIGN KEY ("agendas_id") REFERENCES "public"."agendas"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_coupons_fk" FOREIGN KEY ("coupons_id") REFERENCES "public"."coupons"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_enrollments_fk" FOREIGN KEY ("enrollments_id") REFERENCES "public"."enrollments"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_agenda_registrations_fk" FOREIGN KEY ("agenda_registrations_id") REFERENCES "public"."agenda_registrations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_lesson_files_fk" FOREIGN KEY ("lesson_files_id") REFERENCES "public"."lesson_files"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_transactions_fk" FOREIGN KEY ("transactions_id") REFERENCES "public"."transactions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_refunds_fk" FOREIGN KEY ("refunds_id") REFERENCES "public"."refunds"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_payment_notifications_fk" FOREIGN KEY ("payment_notifications_id") REFERENCES "public"."payment_notifications"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_notifications_fk" FOREIGN KEY ("notifications_id") REFERENCES "public"."notifications"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "orders_transaction_idx" ON "orders" USING btree ("transaction_id");
  CREATE INDEX "payload_locked_documents_rels_courses_id_idx" ON "payload_locked_documents_rels" USING btree ("courses_id");
  CREATE INDEX "payload_locked_documents_rels_agendas_id_idx" ON "payload_locked_documents_rels" USING btree ("agendas_id");
  CREATE INDEX "payload_locked_documents_rels_coupons_id_idx" ON "payload_locked_documents_rels" USING btree ("coupons_id");
  CREATE INDEX "payload_locked_documents_rels_enrollments_id_idx" ON "payload_locked_documents_rels" USING btree ("enrollments_id");
  CREATE INDEX "payload_locked_documents_rels_agenda_registrations_id_idx" ON "payload_locked_documents_rels" USING btree ("agenda_registrations_id");
  CREATE INDEX "payload_locked_documents_rels_lesson_files_id_idx" ON "payload_locked_documents_rels" USING btree ("lesson_files_id");
  CREATE INDEX "payload_locked_documents_rels_transactions_id_idx" ON "payload_locked_documents_rels" USING btree ("transactions_id");
  CREATE INDEX "payload_locked_documents_rels_refunds_id_idx" ON "payload_locked_documents_rels" USING btree ("refunds_id");
  CREATE INDEX "payload_locked_documents_rels_payment_notifications_id_idx" ON "payload_locked_documents_rels" USING btree ("payment_notifications_id");
  CREATE INDEX "payload_locked_documents_rels_notifications_id_idx" ON "payload_locked_documents_rels" USING btree ("notifications_id");`)
}

// The tables take the constraints that point at them along.
export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "courses_lessons" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "courses" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_courses_v_version_lessons" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_courses_v" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "agendas" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_agendas_v" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "coupons" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "coupons_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "enrollments" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "agenda_registrations" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "lesson_files" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "transactions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "refunds" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "payment_notifications" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "notifications" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "payment_settings_channels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "payment_settings" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "courses_lessons" CASCADE;
  DROP TABLE "courses" CASCADE;
  DROP TABLE "_courses_v_version_lessons" CASCADE;
  DROP TABLE "_courses_v" CASCADE;
  DROP TABLE "agendas" CASCADE;
  DROP TABLE "_agendas_v" CASCADE;
  DROP TABLE "coupons" CASCADE;
  DROP TABLE "coupons_rels" CASCADE;
  DROP TABLE "enrollments" CASCADE;
  DROP TABLE "agenda_registrations" CASCADE;
  DROP TABLE "lesson_files" CASCADE;
  DROP TABLE "transactions" CASCADE;
  DROP TABLE "refunds" CASCADE;
  DROP TABLE "payment_notifications" CASCADE;
  DROP TABLE "notifications" CASCADE;
  DROP TABLE "payment_settings_channels" CASCADE;
  DROP TABLE "payment_settings" CASCADE;
  ALTER TABLE "orders" DROP CONSTRAINT IF EXISTS "orders_transaction_id_transactions_id_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT IF EXISTS "payload_locked_documents_rels_courses_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT IF EXISTS "payload_locked_documents_rels_agendas_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT IF EXISTS "payload_locked_documents_rels_coupons_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT IF EXISTS "payload_locked_documents_rels_enrollments_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT IF EXISTS "payload_locked_documents_rels_agenda_registrations_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT IF EXISTS "payload_locked_documents_rels_lesson_files_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT IF EXISTS "payload_locked_documents_rels_transactions_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT IF EXISTS "payload_locked_documents_rels_refunds_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT IF EXISTS "payload_locked_documents_rels_payment_notifications_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT IF EXISTS "payload_locked_documents_rels_notifications_fk";
  
  DROP INDEX "orders_transaction_idx";
  DROP INDEX "payload_locked_documents_rels_courses_id_idx";
  DROP INDEX "payload_locked_documents_rels_agendas_id_idx";
  DROP INDEX "payload_locked_documents_rels_coupons_id_idx";
  DROP INDEX "payload_locked_documents_rels_enrollments_id_idx";
  DROP INDEX "payload_locked_documents_rels_agenda_registrations_id_idx";
  DROP INDEX "payload_locked_documents_rels_lesson_files_id_idx";
  DROP INDEX "payload_locked_documents_rels_transactions_id_idx";
  DROP INDEX "payload_locked_documents_rels_refunds_id_idx";
  DROP INDEX "payload_locked_documents_rels_payment_notifications_id_idx";
  DROP INDEX "payload_locked_documents_rels_notifications_id_idx";
  ALTER TABLE "orders" DROP COLUMN "transaction_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "courses_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "agendas_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "coupons_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "enrollments_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "agenda_registrations_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "lesson_files_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "transactions_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "refunds_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "payment_notifications_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "notifications_id";
  DROP TYPE "public"."enum_courses_lessons_kind";
  DROP TYPE "public"."enum_courses_status";
  DROP TYPE "public"."enum__courses_v_version_lessons_kind";
  DROP TYPE "public"."enum__courses_v_version_status";
  DROP TYPE "public"."enum_agendas_status";
  DROP TYPE "public"."enum__agendas_v_version_status";
  DROP TYPE "public"."enum_coupons_discount_type";
  DROP TYPE "public"."enum_enrollments_status";
  DROP TYPE "public"."enum_agenda_registrations_status";
  DROP TYPE "public"."enum_transactions_type";
  DROP TYPE "public"."enum_transactions_payment_method";
  DROP TYPE "public"."enum_transactions_status";
  DROP TYPE "public"."enum_refunds_kind";
  DROP TYPE "public"."enum_refunds_status";
  DROP TYPE "public"."enum_payment_notifications_verdict";
  DROP TYPE "public"."enum_payment_settings_channels";
  DROP TYPE "public"."enum_payment_settings_late_money";`)
}
