-- A slip is entered or made void once, and its code never changes.
create or replace function guard_slip() returns trigger language plpgsql as $$
begin
  if (new.agency_id, new.code, new.block_id, new.number) is distinct from
     (old.agency_id, old.code, old.block_id, old.number) then
    raise exception 'a slip is never rewritten' using errcode = 'check_violation';
  end if;
  if old.state <> 'blank' then
    raise exception 'a slip is used once' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create or replace trigger guard_slip before update on slip for each row execute function guard_slip();
