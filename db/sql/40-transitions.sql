-- State machines, held by the database independently of the code (server/visits, server/identity hold the same).
create or replace function guard_service_code() returns trigger language plpgsql as $$
begin
  if (new.person_id, new.id, new.visit_id, new.agency_id, new.service_type, new.day, new.code, new.asked_by,
      new.request_key, new.issued_at)
     is distinct from
     (old.person_id, old.id, old.visit_id, old.agency_id, old.service_type, old.day, old.code, old.asked_by,
      old.request_key, old.issued_at) then
    raise exception 'a service code is never rewritten' using errcode = 'check_violation';
  end if;
  if new.status <> old.status and (old.status, new.status) not in (
    ('issued', 'used'), ('issued', 'cancelled'), ('issued', 'expired'), ('used', 'closed'), ('used', 'cancelled')
  ) then
    raise exception 'illegal transition of a service code: % to %', old.status, new.status
      using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create or replace trigger guard_service_code before update on service_code
  for each row execute function guard_service_code();

create or replace function guard_visit() returns trigger language plpgsql as $$
begin
  -- What was typed beside a person goes with that person's data (server/visits/store/erase.ts); the visit stays.
  if current_user = 'pratu_system' and new.sealed is null and new.hn is null and new.an is null
     and to_jsonb(new) - array['sealed', 'hn', 'an'] = to_jsonb(old) - array['sealed', 'hn', 'an'] then
    return new;
  end if;
  if old.status <> 'draft' then
    raise exception 'only a draft visit may change' using errcode = 'check_violation';
  end if;
  if (new.person_id, new.id, new.agency_id, new.day, new.made_at) is distinct from
     (old.person_id, old.id, old.agency_id, old.day, old.made_at) then
    raise exception 'a visit stays with its person, facility and day' using errcode = 'check_violation';
  end if;
  if new.version <> old.version + 1 then
    raise exception 'a draft is changed from the version that was seen' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create or replace trigger guard_visit before update on visit for each row execute function guard_visit();
