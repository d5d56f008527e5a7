-- A picture of a check stays as it was sent, and is taken from a check only once that was decided. Held by the database
-- independently of server/identity; the jobs that purge may end any.
create or replace function guard_id_picture() returns trigger language plpgsql as $$
begin
  if current_user <> 'pratu_system' and old.check_id is not null and exists (
    select from id_check c where c.agency_id = old.agency_id and c.id = old.check_id and c.state = 'waiting'
  ) then
    raise exception 'a picture that an officer is to look at stays' using errcode = 'check_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if (new.agency_id, new.id, new.person_id, new.slot, new.data_key, new.file_key, new.kept_at)
    is distinct from (old.agency_id, old.id, old.person_id, old.slot, old.data_key, old.file_key, old.kept_at) then
    raise exception 'a picture is never rewritten' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create or replace trigger guard_id_picture before update or delete on id_picture
  for each row execute function guard_id_picture();

-- The one way for staff to an ID picture: writes the look, which the person is shown, and the audit entry, then answers
-- where the file lies and the key it opens with. Only of a check that waits at the caller's agency. No row: there is none.
create or replace function open_id_picture(
  p_now timestamptz, p_agency uuid, p_staff uuid, p_check uuid, p_picture uuid, p_look uuid, p_audit uuid
) returns table (file_key text, data_key bytea)
language plpgsql as $$
#variable_conflict use_column
declare
  before text := current_setting('role');
  whom uuid;
begin
  if nullif(current_setting('app.agency', true), '')::uuid is distinct from p_agency then
    raise exception 'a picture is opened in the name of the agency of the transaction'
      using errcode = 'insufficient_privilege';
  end if;
  select x.person_id into whom from id_picture x
    join id_check c on c.agency_id = x.agency_id and c.id = x.check_id
    where x.agency_id = p_agency and x.id = p_picture and x.check_id = p_check and c.state = 'waiting';
  if whom is null then return; end if;
  insert into look (person_id, id, at, agency_id, staff_id, what, purpose, subject_id)
    values (whom, p_look, p_now, p_agency, p_staff, 'id_check', 'id_picture', p_check::text);
  insert into audit_entry (id, at, action, actor_kind, actor_id, agency_id, person_id, subject_id, refs)
    values (p_audit, p_now, 'id_picture.opened', 'staff', p_staff, p_agency, whom, p_picture,
      jsonb_build_object('check', p_check));
  perform set_config('role', 'pratu_system', true);
  return query select x.file_key, x.data_key from id_picture x where x.agency_id = p_agency and x.id = p_picture;
  perform set_config('role', before, true);
end
$$;

-- What somebody whose check waits here told of themselves beside number and name: sealed, as their own row holds it.
create or replace function contact_of_id_check(p_agency uuid, p_check uuid) returns bytea
language plpgsql as $$
declare
  before text := current_setting('role');
  whom uuid;
  answer bytea;
begin
  select c.person_id into whom from id_check c
    where c.agency_id = p_agency and c.id = p_check and c.state = 'waiting'
      and c.agency_id = nullif(current_setting('app.agency', true), '')::uuid;
  if whom is null then return null; end if;
  perform set_config('role', 'pratu_gate', true);
  select x.sealed into answer from contact x where x.person_id = whom;
  perform set_config('role', before, true);
  return answer;
end
$$;

-- The one thing staff may change of a person: whose pictures they approved in this very transaction stands on the rung of
-- checked photos, unless they stand higher.
create or replace function raise_to_photo_checked(p_agency uuid, p_check uuid, p_staff uuid, p_now timestamptz)
returns void
language plpgsql as $$
declare
  before text := current_setting('role');
  whom uuid;
begin
  select c.person_id into whom from id_check c
    where c.agency_id = p_agency and c.id = p_check and c.state = 'approved'
      and c.decided_by = p_staff and c.decided_at = p_now
      and c.agency_id = nullif(current_setting('app.agency', true), '')::uuid;
  if whom is null then
    raise exception 'a person is raised by the approval of their pictures alone' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('role', 'pratu_gate', true);
  update person set assurance = 'photo_checked'
    where id = whom and assurance in ('line', 'phone', 'card_checked');
  perform set_config('role', before, true);
end
$$;
