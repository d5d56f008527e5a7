CREATE TABLE "local_setting" (
	"agency_id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"id_pictures" text[] NOT NULL,
	"welcome_th" text NOT NULL,
	"welcome_en" text NOT NULL,
	"address_th" text NOT NULL,
	"phone" text NOT NULL,
	"keep_days" integer NOT NULL,
	CONSTRAINT "local_setting_slug" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "local_setting" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "bulk_look" DROP CONSTRAINT "bulk_look_what";--> statement-breakpoint
ALTER TABLE "look" DROP CONSTRAINT "look_what";--> statement-breakpoint
ALTER TABLE "bulk_look" ADD CONSTRAINT "bulk_look_what" CHECK ("bulk_look"."what" in ('counter', 'visit_list', 'visit', 'history', 'history_elsewhere', 'picture', 'reconciliation', 'relation', 'code_check', 'export', 'api', 'petition', 'petition_file', 'id_check', 'document'));--> statement-breakpoint
ALTER TABLE "look" ADD CONSTRAINT "look_what" CHECK ("look"."what" in ('counter', 'visit_list', 'visit', 'history', 'history_elsewhere', 'picture', 'reconciliation', 'relation', 'code_check', 'export', 'api', 'petition', 'petition_file', 'id_check', 'document'));--> statement-breakpoint
CREATE POLICY "local_setting_gate" ON "local_setting" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "local_setting_citizen" ON "local_setting" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "local_setting_staff" ON "local_setting" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("local_setting"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("local_setting"."agency_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "local_setting_system" ON "local_setting" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);