CREATE TABLE "audit_checkpoint" (
	"number" integer PRIMARY KEY NOT NULL,
	"size" bigint NOT NULL,
	"root" "bytea" NOT NULL,
	"frontier" "bytea" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"key_id" text NOT NULL,
	"signature" "bytea" NOT NULL,
	CONSTRAINT "audit_checkpoint_size" UNIQUE("size")
);
--> statement-breakpoint
ALTER TABLE "audit_checkpoint" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_leaf" (
	"number" bigint PRIMARY KEY NOT NULL,
	"entry_id" uuid NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_leaf_entry" UNIQUE("entry_id")
);
--> statement-breakpoint
ALTER TABLE "audit_leaf" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_sealer" (
	"only" integer PRIMARY KEY NOT NULL,
	"mark_tx" "xid8" NOT NULL,
	"mark_id" uuid NOT NULL,
	"swept_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "audit_sealer_only" CHECK ("audit_sealer"."only" = 1)
);
--> statement-breakpoint
ALTER TABLE "audit_sealer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "audit_entry" ADD COLUMN "tx" "xid8" DEFAULT pg_current_xact_id() NOT NULL;--> statement-breakpoint
CREATE INDEX "audit_tx" ON "audit_entry" USING btree ("tx","id");--> statement-breakpoint
CREATE POLICY "audit_checkpoint_system" ON "audit_checkpoint" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_leaf_system" ON "audit_leaf" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_sealer_system" ON "audit_sealer" AS PERMISSIVE FOR ALL TO "pratu_system" USING (true) WITH CHECK (true);