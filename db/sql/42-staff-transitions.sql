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

-- A decision on a person of a request is made once.
create or replace function guard_access_person() returns trigger language plpgsql as $$
begin
  if old.decision <> 'pending' then
    raise exception 'a decision on access is made once' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create or replace trigger guard_access_person before update on access_person
  for each row execute function guard_access_person();
