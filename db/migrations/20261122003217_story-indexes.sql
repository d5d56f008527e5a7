CREATE INDEX "registration_move_agency" ON "registration_move" USING btree ("agency_id","moved_at");--> statement-breakpoint
CREATE INDEX "registration_move_issuer" ON "registration_move" USING btree ("issuer_id","moved_at");--> statement-breakpoint
CREATE INDEX "seat_letter_agency" ON "seat_letter" USING btree ("agency_id","made_at");--> statement-breakpoint
CREATE INDEX "seat_letter_issuer" ON "seat_letter" USING btree ("issuer_id","made_at");--> statement-breakpoint
CREATE INDEX "seat_letter_issuer_opened" ON "seat_letter" USING btree ("issuer_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "seat_password_change_agency" ON "seat_password_change" USING btree ("agency_id","set_at");--> statement-breakpoint
CREATE INDEX "seat_password_change_issuer" ON "seat_password_change" USING btree ("issuer_id","set_at");--> statement-breakpoint
CREATE INDEX "seat_holding_issuer_live" ON "seat_holding" USING btree ("issuer_id","live_at","id");--> statement-breakpoint
CREATE INDEX "seat_holding_issuer_ended" ON "seat_holding" USING btree ("issuer_id","ended_at","id");--> statement-breakpoint
CREATE INDEX "seat_holding_order" ON "seat_holding" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "seat_order_file_agency" ON "seat_order_file" USING btree ("agency_id","made_at");--> statement-breakpoint
CREATE INDEX "seat_order_file_issuer" ON "seat_order_file" USING btree ("issuer_id","made_at");--> statement-breakpoint
CREATE INDEX "sign_in_challenge_agency_ended" ON "sign_in_challenge" USING btree ("agency_id","ended_at","id");--> statement-breakpoint
CREATE INDEX "sign_in_challenge_issuer_ended" ON "sign_in_challenge" USING btree ("issuer_id","ended_at","id");--> statement-breakpoint
CREATE INDEX "soft_token_issuer_made" ON "soft_token" USING btree ("issuer_id","made_at","id");--> statement-breakpoint
CREATE INDEX "soft_token_issuer_ended" ON "soft_token" USING btree ("issuer_id","ended_at","id");