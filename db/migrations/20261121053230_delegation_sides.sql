DROP INDEX "delegation_for";--> statement-breakpoint
ALTER TABLE "delegation" ADD COLUMN "sealed" "bytea" NOT NULL;--> statement-breakpoint
CREATE INDEX "delegation_asker" ON "delegation" USING btree ("asker_id","asked_at");--> statement-breakpoint
CREATE INDEX "delegation_for" ON "delegation" USING btree ("for_id","asked_at");--> statement-breakpoint
ALTER TABLE "delegation" DROP COLUMN "sealed_phone";