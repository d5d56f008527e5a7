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
