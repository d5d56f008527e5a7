-- Petitions, held by the database independently of the code (server/petitions holds the same).
create or replace function guard_petition() returns trigger language plpgsql as $$
begin
  if (new.agency_id, new.id, new.number, new.person_id, new.service_id, new.service_version, new.via, new.filed_by,
      new.wants_paper, new.submitted_at, new.deemed_received_at, new.request_key)
     is distinct from
     (old.agency_id, old.id, old.number, old.person_id, old.service_id, old.service_version, old.via, old.filed_by,
      old.wants_paper, old.submitted_at, old.deemed_received_at, old.request_key) then
    raise exception 'what was filed is never rewritten' using errcode = 'check_violation';
  end if;
  -- Its key is destroyed once, when it is over and its time with it; what was destroyed never moves again.
  if old.shredded_at is not null then
    raise exception 'what was destroyed never moves again' using errcode = 'check_violation';
  end if;
  if (new.shredded_at is not null) <> (new.data_key is distinct from old.data_key)
     or (new.shredded_at is not null and (current_user <> 'pratu_system' or old.status <> 'completed'
       or new.status <> 'completed')) then
    raise exception 'a petition keeps its key until its time is over' using errcode = 'check_violation';
  end if;
  if new.version <> old.version + 1 then
    raise exception 'a petition is changed from the version that was seen' using errcode = 'check_violation';
  end if;
  if new.status <> old.status and (old.status, new.status) not in (
    ('submitted', 'received'), ('submitted', 'completed'), ('received', 'in_progress'), ('received', 'completed'),
    ('in_progress', 'completed'), ('completed', 'in_progress')
  ) then
    raise exception 'illegal transition of a petition: % to %', old.status, new.status
      using errcode = 'check_violation';
  end if;
  if old.status = 'completed' and new.status = 'in_progress' and new.reopened <> old.reopened + 1 then
    raise exception 'a petition is reopened by its citizen alone' using errcode = 'check_violation';
  end if;
  if (new.status = 'completed') <> (new.outcome is not null) then
    raise exception 'a petition that is completed has an outcome, and no other' using errcode = 'check_violation';
  end if;
  if old.status = 'submitted' and new.status = 'completed' and new.outcome not in ('withdrawn', 'not_ours') then
    raise exception 'nothing is decided before it was received' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create or replace trigger guard_petition before update on petition
  for each row execute function guard_petition();

create or replace function refuse_rewriting() returns trigger language plpgsql as $$
begin
  -- Words go when their petition's time is over, or with their person; that something was said, and when, stays.
  if current_user = 'pratu_system' and to_jsonb(new) - 'sealed' = to_jsonb(old) - 'sealed' then
    return new;
  end if;
  raise exception 'what was said and what happened is never rewritten' using errcode = 'check_violation';
end
$$;
create or replace trigger guard_petition_event before update on petition_event
  for each row execute function refuse_rewriting();
create or replace trigger guard_petition_message before update on petition_message
  for each row execute function refuse_rewriting();

-- A version of a service that was in use stays as it was, whoever asks: petitions that run hold on to it. It begins as a
-- draft, but where an administrator opens a service; a draft alone is changed or dropped.
create or replace function guard_service_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.state <> 'draft' then
      raise exception 'a version that was in use is never dropped' using errcode = 'check_violation';
    end if;
    return old;
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'draft' and current_user = 'pratu_staff' then
      raise exception 'a version begins as a draft' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if (new.agency_id, new.service_id, new.version) is distinct from (old.agency_id, old.service_id, old.version) then
    raise exception 'a version stays with its service and number' using errcode = 'check_violation';
  end if;
  if old.state <> 'draft' and to_jsonb(new) - 'state' is distinct from to_jsonb(old) - 'state' then
    raise exception 'a version that was in use is never rewritten' using errcode = 'check_violation';
  end if;
  if new.state <> old.state and (old.state, new.state) not in (('draft', 'published'), ('published', 'retired')) then
    raise exception 'illegal transition of a service version: % to %', old.state, new.state
      using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create or replace trigger guard_service_version before insert or update or delete on service_version
  for each row execute function guard_service_version();

-- An issued document ends once, and is never rewritten.
create or replace function guard_issued_document() returns trigger language plpgsql as $$
begin
  -- What it holds goes with its petition; number, kind and standing stay for whoever checks the paper.
  if current_user = 'pratu_system' and not new.is_listed and new.listed is null
     and to_jsonb(new) - array['data_key', 'sealed', 'is_listed', 'listed', 'holder']
       = to_jsonb(old) - array['data_key', 'sealed', 'is_listed', 'listed', 'holder']
  then
    return new;
  end if;
  if old.state <> 'genuine' or new.state = 'genuine' then
    raise exception 'a document is replaced or revoked once' using errcode = 'check_violation';
  end if;
  if (new.agency_id, new.id, new.person_id, new.number, new.check_code, new.sealed, new.file_key, new.issued_at)
     is distinct from
     (old.agency_id, old.id, old.person_id, old.number, old.check_code, old.sealed, old.file_key, old.issued_at) then
    raise exception 'an issued document is never rewritten' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create or replace trigger guard_issued_document before update on issued_document
  for each row execute function guard_issued_document();

create or replace function guard_id_check() returns trigger language plpgsql as $$
begin
  -- What an officer wrote to somebody goes with that person's data.
  if current_user = 'pratu_system' and new.said is null and to_jsonb(new) - 'said' = to_jsonb(old) - 'said' then
    return new;
  end if;
  if old.state <> 'waiting' or new.state = 'waiting' then
    raise exception 'a check of pictures is decided once' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create or replace trigger guard_id_check before update on id_check for each row execute function guard_id_check();
