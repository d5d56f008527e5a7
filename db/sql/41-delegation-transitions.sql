-- The state machine of a delegation, held by the database too (server/identity/companion.ts holds the same), and
-- what of it never changes: who, for whom, which services, until when.
create or replace function guard_delegation() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (new.id, new.asker_id, new.for_id, new.relation, new.services, new.until_day, new.request_key, new.asked_at)
     is distinct from
     (old.id, old.asker_id, old.for_id, old.relation, old.services, old.until_day, old.request_key, old.asked_at) then
    raise exception 'a delegation is never rewritten' using errcode = 'check_violation';
  end if;
  if tg_op = 'UPDATE' and new.state <> old.state and (old.state, new.state) not in (
    ('asked', 'waiting_clerk'), ('asked', 'agreed'), ('asked', 'refused'), ('asked', 'ended'), ('asked', 'expired'),
    ('waiting_clerk', 'agreed'), ('waiting_clerk', 'refused'), ('waiting_clerk', 'ended'),
    ('waiting_clerk', 'expired'), ('agreed', 'ended'), ('agreed', 'expired')
  ) then
    raise exception 'illegal transition of a delegation: % to %', old.state, new.state
      using errcode = 'check_violation';
  end if;
  if (new.state in ('refused', 'ended', 'expired')) <> (new.ended_at is not null) then
    raise exception 'a delegation has an end exactly when it has ended' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create or replace trigger guard_delegation before insert or update on delegation
  for each row execute function guard_delegation();
