-- A picture stays as it was taken, of whom, where and by whom; it is tied to a draft and let go of it again, and once
-- the visit is confirmed nobody takes it away. Held by the database independently of server/visits.
create or replace function guard_visit_picture() returns trigger language plpgsql as $$
declare
  kept text;
begin
  -- The picture of somebody whose data is erased goes with them.
  if tg_op = 'DELETE' and current_user = 'pratu_system' and exists (
    select from erasure e where e.person_id = old.person_id and e.returned_at is null
  ) then
    return old;
  end if;
  if old.visit_id is not null then
    select v.status into kept from visit v where v.person_id = old.person_id and v.id = old.visit_id;
    if kept = 'confirmed' then
      raise exception 'the picture of a confirmed visit stays' using errcode = 'check_violation';
    end if;
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if (new.agency_id, new.id, new.person_id, new.file_key, new.sha256, new.size, new.made_by, new.made_at)
    is distinct from
    (old.agency_id, old.id, old.person_id, old.file_key, old.sha256, old.size, old.made_by, old.made_at)
  then
    raise exception 'a picture is never rewritten' using errcode = 'check_violation';
  end if;
  if new.visit_id is not null then
    select v.status into kept from visit v
      where v.person_id = new.person_id and v.id = new.visit_id and v.agency_id = new.agency_id;
    if kept is distinct from 'draft' then
      raise exception 'a picture is tied to a draft of its person' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end
$$;
create or replace trigger guard_visit_picture before update or delete on visit_picture
  for each row execute function guard_visit_picture();
