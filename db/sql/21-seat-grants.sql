-- What each role may do with seats and Soft Tokens; everything was taken back at the head of 20-grants.sql.
-- Seats and Soft Tokens (docs/decisions/0031-seats-and-holders.md). The door does what is done before anybody is in,
-- and what a phone does; a holder reads their own seat; an agency's head and the central office work through staff.
-- A holder's pages read their key, their computers and what their phone was asked: no hash of a password, a PIN or a
-- cookie, not what a waiting question is answered with, and nothing that another in the seat typed.
grant select (id, seat_id, holding_id, state, device, not_before, not_after, made_at, ended_at, end_reason)
  on soft_token to pratu_holder;
grant select (id, seat_id, holding_id, soft_token_id, device, factor_at, signed_in_at, last_used_at, expires_at, ended_at)
  on seat_session to pratu_holder;
grant select (id, agency_id, seat_id, holding_id, soft_token_id, session_id, purpose, relying_party, state, made_at,
  expires_at, ended_at) on sign_in_challenge to pratu_holder;
grant insert on notice, audit_entry to pratu_holder;
grant select, insert, update on seat, approver_side, seat_order, seat_letter to pratu_staff;
-- All of a time in a seat but the hash of its password, which staff may take away (and only that: guard_seat_holding).
grant select (id, agency_id, issuer_id, seat_id, "right", part, state, person_id, data_key, sealed, order_id, starts_on,
  ends_on, password_set_at, must_change_password, reminded_days, new_key_from, named_by, named_at, live_at, ended_at,
  end_reason, live_side), insert, update on seat_holding to pratu_staff;
grant select on token_registration to pratu_staff;
-- All of a key but the hash of its PIN and the guesses at it, and whose LINE it lives in.
grant select (id, agency_id, issuer_id, seat_id, holding_id, person_id, state, public_key, certificate, serial,
  not_before, not_after, device, last_used_at, made_at, ended_at, end_reason) on soft_token to pratu_staff;
grant select, insert on seat_order_file to pratu_staff;
grant select (id, agency_id, issuer_id, seat_id, holding_id, soft_token_id, session_id, purpose, relying_party, state,
  made_at, expires_at, ended_at) on sign_in_challenge to pratu_staff;
grant select, insert, update on seat, seat_order, seat_holding, seat_letter, seat_link, token_registration,
  identity_proof, soft_token, activation, seat_session, sign_in_challenge, approver_side, holder_email to pratu_gate;
-- A file goes only while nobody was judged by it: guard_order_file.
grant select, insert, delete on seat_order_file to pratu_gate;
grant delete on holder_email to pratu_gate;
grant select, insert, update, delete on seat_try to pratu_gate;
grant select, delete on seat_try to pratu_system;
grant select, insert, update on seat, seat_order, seat_order_file, seat_holding, seat_letter, seat_link,
  token_registration, identity_proof, soft_token, activation, seat_session, sign_in_challenge, approver_side,
  holder_email to pratu_system;
grant delete on identity_proof, activation, seat_session, holder_email to pratu_system;

-- Signing in at systems of others through a seat.
grant select on openid_client, openid_key to pratu_gate;
grant select, insert, update (used_at) on openid_request to pratu_gate;
grant select, insert, update (token_hash, used_at, revoked_at) on openid_grant to pratu_gate;
grant select, insert on openid_assertion to pratu_gate;
grant select, insert, update on openid_client to pratu_system;
grant select, insert, update (signs_from), delete on openid_key to pratu_system;
grant select, delete on openid_request, openid_grant, openid_assertion to pratu_system;
grant select, insert, update on token_setting to pratu_staff;
grant select on token_setting to pratu_gate, pratu_system;

-- An agency that demands Soft Tokens of its staff: set and lifted by itself, lifted by the operator in an emergency.
grant select, insert, delete on soft_token_demand to pratu_staff;
grant select on soft_token_demand to pratu_gate;
grant select, delete on soft_token_demand to pratu_system;

-- Lost phones: whoever reports does it through the door; an agency's head says that the letter was sent.
grant select, insert on lost_phone to pratu_gate;
grant select, update (letter_number, letter_dated, letter_sent_at, letter_sent_by) on lost_phone to pratu_staff;
grant select on lost_phone to pratu_holder;
grant select, update (reminded_on) on lost_phone to pratu_system;

-- The move from hardware keys: whom to ask, the campaign's days, lists of holders, and what they signed in with before.
grant select, insert, update on token_help, token_campaign, holder_import, holder_import_row to pratu_staff;
grant select on token_help, token_campaign to pratu_gate, pratu_system;
grant insert, update on token_help to pratu_system;
grant select, update on holder_import, holder_import_row to pratu_gate;
grant select, update, delete on holder_import, holder_import_row to pratu_system;
grant select, insert on old_device to pratu_gate;
grant select, update (returned_at, returned_by, reminded_on, reminded_for) on old_device to pratu_staff;
grant select, update (reminded_on, reminded_for) on old_device to pratu_system;
-- User codes asked for by heads; decided by the office, forgotten some time after.
grant select, insert, update on code_ask to pratu_gate;
grant select on code_ask to pratu_staff;
grant select, delete on code_ask to pratu_system;
-- Requests for service (docs/decisions/0035-service-requests.md). They are filed, with their petition, by the system for
-- whoever signed; an agency's head signs and the central office decides as staff.
grant select on token_request to pratu_gate, pratu_holder;
grant select, update (head_signed, head_id, head_signed_at, called_by, called_at, office, state, decided_by, decided_at)
  on token_request to pratu_staff;
grant select, insert, update on token_request to pratu_system;
grant insert on petition to pratu_system;
-- Holder and head write into the thread of a request as they file it: the central office's petition is not theirs to reach.
grant insert on petition_message to pratu_system;

-- Every sending and decision of a registration, kept by a trigger.
grant select, insert on registration_move to pratu_gate, pratu_staff, pratu_system;

-- Every password a holder set, and how; what an auditor reads is never changed.
grant select, insert on seat_password_change to pratu_gate;
grant select on seat_password_change to pratu_staff;
grant select, insert on order_file_removal to pratu_gate;
grant select on order_file_removal to pratu_staff;
