CREATE TABLE "petition_step_request" (
	"agency_id" uuid NOT NULL,
	"petition_id" uuid NOT NULL,
	"request_key" text NOT NULL,
	"staff_id" uuid NOT NULL,
	"taken_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "petition_step_request_agency_id_petition_id_request_key_pk" PRIMARY KEY("agency_id","petition_id","request_key")
);
--> statement-breakpoint
ALTER TABLE "petition_step_request" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "petition_view" (
	"agency_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"request_key" text NOT NULL,
	CONSTRAINT "petition_view_agency_id_staff_id_id_pk" PRIMARY KEY("agency_id","staff_id","id"),
	CONSTRAINT "petition_view_request" UNIQUE("agency_id","staff_id","request_key")
);
--> statement-breakpoint
ALTER TABLE "petition_view" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "staff_line" (
	"agency_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"line_user_id" text NOT NULL,
	"linked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "staff_line_agency_id_staff_id_pk" PRIMARY KEY("agency_id","staff_id"),
	CONSTRAINT "staff_line_user" UNIQUE("channel","line_user_id")
);
--> statement-breakpoint
ALTER TABLE "staff_line" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "staff_line_code" (
	"agency_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "staff_line_code_agency_id_staff_id_pk" PRIMARY KEY("agency_id","staff_id"),
	CONSTRAINT "staff_line_code_hash" UNIQUE("code_hash")
);
--> statement-breakpoint
ALTER TABLE "staff_line_code" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "petition_step_request_taken" ON "petition_step_request" USING btree ("taken_at");--> statement-breakpoint
CREATE INDEX "petition_due" ON "petition" USING btree ("agency_id",coalesce("due_day", 'infinity'::date),"id") WHERE status <> 'completed';--> statement-breakpoint
CREATE INDEX "petition_due_of_unit" ON "petition" USING btree ("agency_id","unit_id",coalesce("due_day", 'infinity'::date),"id") WHERE status <> 'completed';--> statement-breakpoint
CREATE INDEX "petition_due_of_officer" ON "petition" USING btree ("agency_id","officer_id",coalesce("due_day", 'infinity'::date),"id") WHERE status <> 'completed';--> statement-breakpoint
CREATE INDEX "petition_submitted_open" ON "petition" USING btree ("agency_id","submitted_at","id") WHERE status <> 'completed';--> statement-breakpoint
CREATE INDEX "petition_of_service" ON "petition" USING btree ("agency_id","service_id","submitted_at","id");--> statement-breakpoint
CREATE POLICY "petition_step_request_staff" ON "petition_step_request" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("petition_step_request"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("petition_step_request"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "petition_step_request_system" ON "petition_step_request" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "petition_view_staff" ON "petition_view" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("petition_view"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("petition_view"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "staff_line_gate" ON "staff_line" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "staff_line_staff" ON "staff_line" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("staff_line"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("staff_line"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "staff_line_system" ON "staff_line" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "staff_line_code_gate" ON "staff_line_code" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "staff_line_code_staff" ON "staff_line_code" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("staff_line_code"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("staff_line_code"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);