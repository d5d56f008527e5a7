CREATE TABLE "holder_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"issuer_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"data_key" "bytea" NOT NULL,
	"state" text NOT NULL,
	"total" integer NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"request_key" text NOT NULL,
	CONSTRAINT "holder_import_request" UNIQUE("issuer_id","request_key"),
	CONSTRAINT "holder_import_state" CHECK ("holder_import"."state" in ('judged', 'running', 'done'))
);
--> statement-breakpoint
ALTER TABLE "holder_import" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "holder_import_row" (
	"import_id" uuid NOT NULL,
	"issuer_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	"state" text NOT NULL,
	"faults" jsonb NOT NULL,
	"holding_id" uuid,
	CONSTRAINT "holder_import_row_import_id_line_pk" PRIMARY KEY("import_id","line"),
	CONSTRAINT "holder_import_row_state" CHECK ("holder_import_row"."state" in ('ready', 'faulty', 'made'))
);
--> statement-breakpoint
ALTER TABLE "holder_import_row" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "old_device" (
	"holding_id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"issuer_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"serial" text,
	"kept_at" timestamp (3) with time zone NOT NULL,
	"returned_at" timestamp (3) with time zone,
	"returned_by" uuid,
	"reminded_on" date,
	"reminded_for" date,
	CONSTRAINT "old_device_kind" CHECK ("old_device"."kind" in ('token_key', 'password'))
);
--> statement-breakpoint
ALTER TABLE "old_device" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "token_campaign" (
	"issuer_id" uuid PRIMARY KEY NOT NULL,
	"ready_by" date NOT NULL,
	"switch_from" date NOT NULL,
	"switch_until" date NOT NULL,
	"return_by" date NOT NULL,
	"remind_days" integer NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "token_campaign" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "token_help" (
	"issuer_id" uuid PRIMARY KEY NOT NULL,
	"phone" text NOT NULL,
	"hours" text NOT NULL,
	"line_id" text NOT NULL,
	"email" text NOT NULL,
	"chat_url" text NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "token_help" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "holder_import_row" ADD CONSTRAINT "holder_import_row_import_id_holder_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."holder_import"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "old_device" ADD CONSTRAINT "old_device_holding_id_seat_holding_id_fk" FOREIGN KEY ("holding_id") REFERENCES "public"."seat_holding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "holder_import_running" ON "holder_import" USING btree ("made_at") WHERE state = 'running';--> statement-breakpoint
CREATE INDEX "holder_import_row_state" ON "holder_import_row" USING btree ("import_id","state","line");--> statement-breakpoint
CREATE INDEX "old_device_issuer" ON "old_device" USING btree ("issuer_id","agency_id");--> statement-breakpoint
CREATE INDEX "old_device_agency" ON "old_device" USING btree ("agency_id");--> statement-breakpoint
CREATE POLICY "holder_import_gate" ON "holder_import" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "holder_import_staff" ON "holder_import" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("holder_import"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("holder_import"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "holder_import_system" ON "holder_import" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "holder_import_row_gate" ON "holder_import_row" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "holder_import_row_staff" ON "holder_import_row" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("holder_import_row"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("holder_import_row"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "holder_import_row_system" ON "holder_import_row" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "old_device_gate" ON "old_device" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "old_device_staff" ON "old_device" AS PERMISSIVE FOR ALL TO "pratu_staff" USING (("old_device"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "old_device"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid)) WITH CHECK (("old_device"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid or "old_device"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "old_device_system" ON "old_device" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "token_campaign_gate" ON "token_campaign" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "token_campaign_staff" ON "token_campaign" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("token_campaign"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("token_campaign"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "token_campaign_system" ON "token_campaign" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "token_help_gate" ON "token_help" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "token_help_staff" ON "token_help" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("token_help"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("token_help"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "token_help_system" ON "token_help" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);