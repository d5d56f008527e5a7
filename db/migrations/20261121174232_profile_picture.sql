CREATE TABLE "profile_picture" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"data_key" "bytea" NOT NULL,
	"file_key" text NOT NULL,
	"kept_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "profile_picture" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "profile_picture" ADD CONSTRAINT "profile_picture_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "profile_picture_citizen" ON "profile_picture" AS PERMISSIVE FOR ALL TO "pratu_citizen" USING ("profile_picture"."person_id" = nullif(current_setting('app.person', true), '')::uuid) WITH CHECK ("profile_picture"."person_id" = nullif(current_setting('app.person', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "profile_picture_system" ON "profile_picture" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);