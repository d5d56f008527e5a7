CREATE TABLE "token_setting" (
	"issuer_id" uuid PRIMARY KEY NOT NULL,
	"password_months" integer NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "token_setting" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "identity_proof" ALTER COLUMN "proofer" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "identity_proof" ADD CONSTRAINT "identity_proof_outcome" CHECK ("identity_proof"."outcome" in ('proven', 'denied', 'other_person', 'pending', 'failed'));--> statement-breakpoint
CREATE POLICY "token_setting_gate" ON "token_setting" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "token_setting_staff" ON "token_setting" AS PERMISSIVE FOR ALL TO "pratu_staff" USING ("token_setting"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid) WITH CHECK ("token_setting"."issuer_id" = nullif(current_setting('app.agency', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "token_setting_system" ON "token_setting" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);