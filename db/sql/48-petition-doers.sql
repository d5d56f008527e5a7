-- Who may move a petition, and who may have done what: held by the database independently of the code
-- (server/petitions/petition-status.ts holds the same). Roles that only look after the database are not asked.
create or replace function guard_petition_doer() returns trigger language plpgsql as $$
begin
  if current_user not in ('pratu_citizen', 'pratu_staff', 'pratu_system') then
    return new;
  end if;
  if new.status <> old.status and (current_user::text, old.status, new.status) not in (
    ('pratu_staff', 'submitted', 'received'), ('pratu_staff', 'received', 'in_progress'),
    ('pratu_staff', 'submitted', 'completed'), ('pratu_staff', 'received', 'completed'),
    ('pratu_staff', 'in_progress', 'completed'),
    ('pratu_citizen', 'submitted', 'completed'), ('pratu_citizen', 'received', 'completed'),
    ('pratu_citizen', 'in_progress', 'completed'), ('pratu_citizen', 'completed', 'in_progress')
  ) then
    raise exception 'a step that is another''s to take: % to %', old.status, new.status
      using errcode = 'check_violation';
  end if;
  -- A citizen gives a correction, withdraws, and tests the end; everything else about it is the agency's.
  if current_user = 'pratu_citizen' and (
    (new.status = 'completed' and old.status <> 'completed' and new.outcome <> 'withdrawn')
    or new.unit_id is distinct from old.unit_id
    or (new.officer_id is distinct from old.officer_id
      and not (new.officer_id is null and old.status = 'completed' and new.status = 'in_progress'))
    or (new.pause_reason is distinct from old.pause_reason and new.pause_reason is not null)
    or (old.pause_reason = 'payment' and new.pause_reason is null and new.status <> 'completed')
  ) then
    raise exception 'what of a petition is the agency''s alone' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create or replace trigger guard_petition_doer before update on petition
  for each row execute function guard_petition_doer();

create or replace function guard_petition_event_doer() returns trigger language plpgsql as $$
begin
  if current_user not in ('pratu_citizen', 'pratu_staff', 'pratu_system') then
    return new;
  end if;
  if 'pratu_' || new.doer <> current_user
     or (new.doer = 'citizen' and new.doer_id is distinct from new.person_id) then
    raise exception 'nobody does something in another''s name' using errcode = 'check_violation';
  end if;
  if new.kind not in ('submitted', 'received', 'assigned', 'started', 'correction_asked', 'correction_given',
      'forwarded', 'payment_asked', 'payment_seen', 'completed', 'delay_told') and new.doer = 'staff'
    or new.kind not in ('submitted', 'correction_given', 'withdrawn', 'closure_confirmed', 'reopened')
      and new.doer = 'citizen'
    or new.kind not in ('submitted', 'assigned', 'payment_seen', 'delay_told') and new.doer = 'system' then
    raise exception 'a step that is another''s to take: %', new.kind using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create or replace trigger guard_petition_event_doer before insert on petition_event
  for each row execute function guard_petition_event_doer();
