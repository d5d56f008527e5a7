CREATE TABLE "clock_mark" (
	"agency_id" uuid NOT NULL,
	"petition_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"due_day" date NOT NULL,
	"number" integer NOT NULL,
	"marked_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"document_id" uuid,
	CONSTRAINT "clock_mark_agency_id_petition_id_kind_due_day_number_pk" PRIMARY KEY("agency_id","petition_id","kind","due_day","number"),
	CONSTRAINT "clock_mark_kind" CHECK ("clock_mark"."kind" in ('warning', 'delay_letter'))
);
--> statement-breakpoint
ALTER TABLE "clock_mark" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "calendar_change" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"applied_at" timestamp (3) with time zone,
	CONSTRAINT "calendar_change_agency_id_id_pk" PRIMARY KEY("agency_id","id")
);
--> statement-breakpoint
ALTER TABLE "calendar_change" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "issued_document" ADD COLUMN "service_id" uuid;--> statement-breakpoint
ALTER TABLE "issued_document" ADD COLUMN "template_key" text;--> statement-breakpoint
ALTER TABLE "issued_document" ADD COLUMN "media_type" text NOT NULL;--> statement-breakpoint
ALTER TABLE "issued_document" ADD COLUMN "holder" text NOT NULL;--> statement-breakpoint
ALTER TABLE "issued_document" ADD COLUMN "listed" jsonb;--> statement-breakpoint
ALTER TABLE "agency_day" ADD COLUMN "closes_minute" integer;--> statement-breakpoint
ALTER TABLE "local_setting" ADD COLUMN "seal_data_key" "bytea";--> statement-breakpoint
ALTER TABLE "local_setting" ADD COLUMN "seal_file_key" text;--> statement-breakpoint
CREATE INDEX "clock_mark_marked" ON "clock_mark" USING btree ("agency_id","kind","marked_at","petition_id");--> statement-breakpoint
CREATE INDEX "calendar_change_open" ON "calendar_change" USING btree ("made_at") WHERE applied_at is null;--> statement-breakpoint
CREATE INDEX "issued_document_issued" ON "issued_document" USING btree ("agency_id","issued_at","id");--> statement-breakpoint
CREATE POLICY "clock_mark_staff" ON "clock_mark" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("clock_mark"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("clock_mark"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "clock_mark_system" ON "clock_mark" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "calendar_change_staff" ON "calendar_change" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("calendar_change"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("calendar_change"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "calendar_change_system" ON "calendar_change" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);