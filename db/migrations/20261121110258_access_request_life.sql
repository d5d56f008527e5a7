ALTER TABLE "access_request" DROP CONSTRAINT "access_request_state";--> statement-breakpoint
ALTER TABLE "access_request" ADD COLUMN "withdrawn_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "access_request" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "webhook_endpoint" ADD COLUMN "paused_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "access_request_agency" ON "access_request" USING btree ("agency_id","made_at");--> statement-breakpoint
ALTER TABLE "access_request" ADD CONSTRAINT "access_request_state" CHECK ("access_request"."state" in ('draft', 'sent', 'decided', 'withdrawn'));