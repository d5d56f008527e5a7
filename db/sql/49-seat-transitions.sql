-- Somebody's time in a seat, as in server/credentials/holding.ts.
create or replace function guard_seat_holding() returns trigger language plpgsql as $$
begin
  if (new.id, new.agency_id, new.issuer_id, new.seat_id, new."right", new.part, new.person_id)
    is distinct from (old.id, old.agency_id, old.issuer_id, old.seat_id, old."right", old.part, old.person_id)
  then
    raise exception 'a time in a seat stays with its person and seat' using errcode = 'check_violation';
  end if;
  if new.state <> old.state and (old.state, new.state) not in (
    ('named', 'live'), ('named', 'ended'), ('live', 'ended')
  ) then
    raise exception 'illegal transition of a holding: % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  -- Whoever names people does not let them in: a seat, a password and another key come through the door alone.
  if current_user = 'pratu_staff' and (new.state = 'live' and old.state <> 'live'
    or new.password_hash is not null and new.password_hash is distinct from old.password_hash
    or new.new_key_from is not null and new.new_key_from is distinct from old.new_key_from)
  then
    raise exception 'staff let nobody into a seat' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create or replace trigger guard_seat_holding before update on seat_holding
  for each row execute function guard_seat_holding();

-- A time in a seat begins named, without a way in, at a seat of the office that issued it.
create or replace function guard_new_holding() returns trigger language plpgsql as $$
begin
  if not exists (select from seat s where s.id = new.seat_id and s.issuer_id = new.issuer_id) then
    raise exception 'a time in a seat is of the office that issued the seat' using errcode = 'check_violation';
  end if;
  if current_user = 'pratu_staff'
    and (new.state <> 'named' or new.password_hash is not null or new.new_key_from is not null)
  then
    raise exception 'staff let nobody into a seat' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create or replace trigger guard_new_holding before insert on seat_holding
  for each row execute function guard_new_holding();

-- Staff issue seats in the name of their own office.
create or replace function guard_new_seat() returns trigger language plpgsql as $$
begin
  if current_user = 'pratu_staff'
    and new.issuer_id is distinct from nullif(current_setting('app.agency', true), '')::uuid
  then
    raise exception 'a seat is issued by the office of who issues it' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create or replace trigger guard_new_seat before insert on seat for each row execute function guard_new_seat();

-- A seat stays with its agency and code.
create or replace function guard_seat() returns trigger language plpgsql as $$
begin
  if (new.id, new.agency_id, new.issuer_id, new.user_code, new."right")
    is distinct from (old.id, old.agency_id, old.issuer_id, old.user_code, old."right")
  then
    raise exception 'a seat stays what it was issued as' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create or replace trigger guard_seat before update on seat for each row execute function guard_seat();

-- A file of an order that the central office judges, or judged, somebody by stays (server/credentials/desk/change-order-file.ts).
create or replace function guard_order_file() returns trigger language plpgsql as $$
begin
  if exists (
    select from token_registration r join seat_holding h on h.id = r.holding_id
    where h.order_id = old.order_id and r.state in ('sent', 'approved', 'activated') and r.sent_at >= old.made_at
  ) then
    raise exception 'a file that somebody was judged by stays' using errcode = 'check_violation';
  end if;
  return old;
end
$$;
create or replace trigger guard_order_file before delete on seat_order_file
  for each row execute function guard_order_file();

-- The steps of a registration, as in server/credentials/token-registration.ts.
create or replace function guard_token_registration() returns trigger language plpgsql as $$
begin
  if (new.holding_id, new.agency_id, new.issuer_id, new.seat_id, new.person_id)
    is distinct from (old.holding_id, old.agency_id, old.issuer_id, old.seat_id, old.person_id)
  then
    raise exception 'a registration stays with its person and seat' using errcode = 'check_violation';
  end if;
  if new.state <> old.state and (old.state, new.state) not in (
    ('begun', 'identified'), ('identified', 'proven'), ('proven', 'sent'), ('sent', 'approved'), ('sent', 'refused'),
    ('refused', 'sent'), ('approved', 'activated')
  ) then
    raise exception 'illegal transition of a registration: % to %', old.state, new.state
      using errcode = 'check_violation';
  end if;
  -- Both agencies see the row; whether somebody may have a seat is for the office that issued it to say.
  if new.state <> old.state and new.state in ('approved', 'refused') and current_user = 'pratu_staff'
    and nullif(current_setting('app.agency', true), '')::uuid is distinct from new.issuer_id
  then
    raise exception 'a registration is decided by the office that issued the seat' using errcode = 'check_violation';
  end if;
  -- Four eyes: whoever opened a sealed letter has read a password of the person who registers.
  if new.state = 'approved' and old.state <> 'approved' and exists (
    select from seat_letter l where l.holding_id = new.holding_id and l.opened_by = new.decided_by)
  then
    raise exception 'whoever opened the sealed letter does not approve the registration' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create or replace trigger guard_token_registration before update on token_registration
  for each row execute function guard_token_registration();

-- A key and its certificate never change; it ends once (server/credentials/soft-token.ts).
create or replace function guard_soft_token() returns trigger language plpgsql as $$
begin
  if (new.id, new.agency_id, new.seat_id, new.holding_id, new.person_id, new.public_key, new.certificate, new.serial,
      new.not_before, new.not_after, new.channel, new.line_user_id)
    is distinct from (old.id, old.agency_id, old.seat_id, old.holding_id, old.person_id, old.public_key,
      old.certificate, old.serial, old.not_before, old.not_after, old.channel, old.line_user_id)
  then
    raise exception 'a key stays as it was certified' using errcode = 'check_violation';
  end if;
  if new.state <> old.state and old.state <> 'live' then
    raise exception 'illegal transition of a key: % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create or replace trigger guard_soft_token before update on soft_token
  for each row execute function guard_soft_token();

-- A challenge is answered once (server/credentials/sign-in-challenge.ts).
create or replace function guard_sign_in_challenge() returns trigger language plpgsql as $$
begin
  if (new.id, new.soft_token_id, new.session_id, new.purpose, new.relying_party, new.nonce, new.picture, new.digits)
    is distinct from (old.id, old.soft_token_id, old.session_id, old.purpose, old.relying_party, old.nonce,
      old.picture, old.digits)
  then
    raise exception 'a challenge stays as it was asked' using errcode = 'check_violation';
  end if;
  if new.state <> old.state and (old.state, new.state) not in (
    ('waiting', 'signed'), ('waiting', 'denied'), ('waiting', 'failed'), ('waiting', 'expired'), ('signed', 'used'),
    ('signed', 'expired')
  ) then
    raise exception 'illegal transition of a challenge: % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create or replace trigger guard_sign_in_challenge before update on sign_in_challenge
  for each row execute function guard_sign_in_challenge();
