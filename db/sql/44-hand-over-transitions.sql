-- A hand-over number is taken by one clerk, becomes one visit, and is over once; whose and where it is never changes.
create or replace function guard_hand_over() returns trigger language plpgsql as $$
begin
  if (new.id, new.agency_id, new.number, new.channel, new.line_user_id, new.person_id, new.service_type)
    is distinct from
    (old.id, old.agency_id, old.number, old.channel, old.line_user_id, old.person_id, old.service_type) then
    raise exception 'a hand-over is never rewritten' using errcode = 'check_violation';
  end if;
  if old.ended_at is not null
    or (old.taken_by is not null and new.taken_by is distinct from old.taken_by)
    or (old.visit_id is not null and new.visit_id is distinct from old.visit_id) then
    raise exception 'a hand-over is taken, tied and ended once' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create or replace trigger guard_hand_over before update on hand_over
  for each row execute function guard_hand_over();
