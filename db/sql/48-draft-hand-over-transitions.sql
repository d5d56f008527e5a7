-- A draft's number is taken by one officer and is over once; whose, of which draft and where it is never changes.
create or replace function guard_draft_hand_over() returns trigger language plpgsql as $$
begin
  if (new.agency_id, new.id, new.person_id, new.draft_id, new.number, new.made_at, new.dies_at)
    is distinct from
    (old.agency_id, old.id, old.person_id, old.draft_id, old.number, old.made_at, old.dies_at) then
    raise exception 'a hand-over is never rewritten' using errcode = 'check_violation';
  end if;
  if old.ended_at is not null
    or (old.taken_by is not null and (new.taken_by, new.taken_at) is distinct from (old.taken_by, old.taken_at))
    or (new.confirmed_at is not null and new.taken_by is null) then
    raise exception 'a hand-over is taken, confirmed and ended once' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create or replace trigger guard_draft_hand_over before update on draft_hand_over
  for each row execute function guard_draft_hand_over();
