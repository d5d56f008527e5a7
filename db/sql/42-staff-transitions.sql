-- The life of an account in the console, held by the database as in server/agencies/staff.ts.
create or replace function guard_staff() returns trigger language plpgsql as $$
begin
  if (new.id, new.agency_id, new.citizen_index) is distinct from (old.id, old.agency_id, old.citizen_index) then
    raise exception 'an account stays with its person and agency' using errcode = 'check_violation';
  end if;
  if new.state <> old.state and (old.state, new.state) not in (
    ('invited', 'active'), ('invited', 'revoked'), ('invited', 'ended'), ('active', 'revoked'), ('active', 'ended'),
    ('revoked', 'invited'), ('revoked', 'ended')
  ) then
    raise exception 'illegal transition of an account: % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create or replace trigger guard_staff before update on staff for each row execute function guard_staff();

-- A decision on a person of a request is made once. Only the office above may change afterwards: the agency moved.
create or replace function guard_access_person() returns trigger language plpgsql as $$
begin
  if old.decision <> 'pending' and (new.decision, new.reason, new.decided_by, new.decided_at, new.staff_id, new.sealed)
    is distinct from (old.decision, old.reason, old.decided_by, old.decided_at, old.staff_id, old.sealed)
  then
    raise exception 'a decision on access is made once' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create or replace trigger guard_access_person before update on access_person
  for each row execute function guard_access_person();

-- The life of a request for access, as in server/agencies/access-request.ts. What was sent stays as it was sent;
-- only the office it lies before changes when the agency is put into another region.
create or replace function guard_access_request() returns trigger language plpgsql as $$
begin
  if (new.id, new.agency_id, new.request_key) is distinct from (old.id, old.agency_id, old.request_key) then
    raise exception 'a request for access stays with its agency' using errcode = 'check_violation';
  end if;
  if new.state <> old.state and (old.state, new.state) not in (
    ('draft', 'sent'), ('draft', 'withdrawn'), ('sent', 'decided'), ('sent', 'withdrawn')
  ) then
    raise exception 'illegal transition of a request for access: % to %', old.state, new.state
      using errcode = 'check_violation';
  end if;
  if old.state <> 'draft' and (new.sealed, new.scan_key, new.letter_date)
    is distinct from (old.sealed, old.scan_key, old.letter_date)
  then
    raise exception 'a request for access that was sent is not changed' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create or replace trigger guard_access_request before update on access_request
  for each row execute function guard_access_request();

-- Levels given by an agency's own people, as in server/agencies/desk/appoint.ts: only at a local government, only its own
-- levels, only by an active local_admin of it and never to themself. What they may write of an account besides is a new
-- invitation, which leaves no password behind; and the last local_admin stays.
create or replace function guard_staff_levels() returns trigger language plpgsql as $$
begin
  if current_user <> 'pratu_staff' then
    return new;
  end if;
  if tg_op = 'INSERT' or new.level <> old.level or new.granted_by is distinct from old.granted_by
    or (new.state = 'invited' and old.state <> 'invited')
  then
    if new.level not in ('officer', 'supervisor', 'local_admin', 'executive', 'seat_head', 'internal_auditor')
      or not exists (select 1 from agency a where a.id = new.agency_id and a.kind = 'local_government'
        and (tg_op = 'UPDATE' or new.registrar_id = coalesce(a.registrar_id, a.id)))
      or not exists (select 1 from staff g where g.id = new.granted_by and g.agency_id = new.agency_id
        and g.level = 'local_admin' and g.state = 'active' and g.id <> new.id)
    then
      raise exception 'a level is given by a local_admin of the local government, to somebody else'
        using errcode = 'check_violation';
    end if;
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'invited' or new.password_hash is not null or new.totp is not null then
      raise exception 'an account begins with an invitation' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if (new.password_hash, new.sealed, new.email_index, new.warned_days, new.last_sign_in_at, new.made_at, new.wrong,
      new.next_try_at, new.locked_at, new.request_key)
    is distinct from (old.password_hash, old.sealed, old.email_index, old.warned_days, old.last_sign_in_at, old.made_at,
      old.wrong, old.next_try_at, old.locked_at, old.request_key)
    and (new.state <> 'invited' or new.password_hash is not null)
  then
    raise exception 'an agency writes an account anew only to invite its person' using errcode = 'check_violation';
  end if;
  if old.level = 'local_admin' and old.state = 'active' and (new.level, new.state) <> (old.level, old.state)
    and not exists (select 1 from staff a where a.agency_id = new.agency_id and a.level = 'local_admin'
      and a.state = 'active' and a.id <> new.id)
  then
    raise exception 'the last local_admin of an agency stays' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create or replace trigger guard_staff_levels before insert or update on staff
  for each row execute function guard_staff_levels();
