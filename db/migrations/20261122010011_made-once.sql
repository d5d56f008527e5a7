ALTER TABLE "canned_reply" ADD COLUMN "request_key" text;--> statement-breakpoint
ALTER TABLE "service_category" ADD COLUMN "request_key" text;--> statement-breakpoint
ALTER TABLE "canned_reply" ADD CONSTRAINT "canned_reply_request" UNIQUE("agency_id","request_key");--> statement-breakpoint
ALTER TABLE "service_category" ADD CONSTRAINT "service_category_request" UNIQUE("agency_id","request_key");