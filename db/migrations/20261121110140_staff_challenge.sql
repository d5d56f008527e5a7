CREATE TABLE "staff_challenge" (
	"session_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"secret" "bytea" NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "staff_challenge_session_id_purpose_pk" PRIMARY KEY("session_id","purpose"),
	CONSTRAINT "staff_challenge_purpose" CHECK ("staff_challenge"."purpose" in ('passkey_add', 'passkey_prove', 'authenticator'))
);
--> statement-breakpoint
ALTER TABLE "staff_challenge" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "staff_session" ADD COLUMN "ended_elsewhere" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "staff_challenge" ADD CONSTRAINT "staff_challenge_session_id_staff_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."staff_session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "staff_challenge_gate" ON "staff_challenge" AS PERMISSIVE FOR ALL TO "pratu_gate" USING (true) WITH CHECK (true);