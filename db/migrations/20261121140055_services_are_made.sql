CREATE TABLE "canned_reply" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"made_by" uuid NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "canned_reply_agency_id_id_pk" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "canned_reply_title" UNIQUE("agency_id","title")
);
--> statement-breakpoint
ALTER TABLE "canned_reply" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "pack_import" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"pack" jsonb NOT NULL,
	"seal" jsonb,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "pack_import_agency_id_id_pk" PRIMARY KEY("agency_id","id")
);
--> statement-breakpoint
ALTER TABLE "pack_import" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "notice" DROP CONSTRAINT "notice_kind";--> statement-breakpoint
ALTER TABLE "service" ADD COLUMN "request_key" text;--> statement-breakpoint
ALTER TABLE "service_version" ADD COLUMN "examples" jsonb DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "service_version" ADD COLUMN "notes" jsonb;--> statement-breakpoint
ALTER TABLE "service_version" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "service_version" ADD COLUMN "before" jsonb;--> statement-breakpoint
ALTER TABLE "service_version" ADD COLUMN "changed_by" uuid;--> statement-breakpoint
ALTER TABLE "service_version" ADD COLUMN "changed_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "pack_import_made" ON "pack_import" USING btree ("agency_id","made_at");--> statement-breakpoint
CREATE UNIQUE INDEX "service_version_draft" ON "service_version" USING btree ("agency_id","service_id") WHERE state = 'draft';--> statement-breakpoint
ALTER TABLE "service" ADD CONSTRAINT "service_request" UNIQUE("agency_id","request_key");--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_kind" CHECK ("notice"."kind" in ('otp_sms', 'chat_reply', 'registration_step', 'registered', 'registration_elsewhere', 'link_moved', 'consent_withdrawn', 'reminder', 'pin_changed', 'pin_disabled', 'phone_changed', 'code_issued', 'code_cancelled', 'look_answered', 'code_wanted', 'companion_asked', 'companion_agreed', 'companion_refused', 'companion_ended', 'companion_used', 'petition_filed', 'petition_moved', 'petition_completed', 'staff_invited', 'staff_refused', 'staff_password_reset', 'staff_idle_warning', 'staff_revoked', 'staff_session_elsewhere', 'staff_locked', 'staff_sign_in_changed', 'staff_second_step_reset'));--> statement-breakpoint
CREATE POLICY "canned_reply_staff" ON "canned_reply" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("canned_reply"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("canned_reply"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "pack_import_staff" ON "pack_import" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("pack_import"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("pack_import"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);