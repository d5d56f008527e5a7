DROP INDEX "webhook_delivery_endpoint";--> statement-breakpoint
CREATE INDEX "webhook_delivery_endpoint" ON "webhook_delivery" USING btree ("endpoint_id","happened_at","id");