-- Issues a service code in one round trip and one transaction: rights, visit, code, audit and notices.
-- p_delegation names the yes by which the asker acts for somebody else; null: for oneself. Answers exactly one
-- row. refusal is null when there is a code; is_new is false when the same request, or the same person,
-- facility, service and day, already had it. The kinds of refusal are those of server/visits/asking.ts.
-- Everything that needs no row (the ticket's signature and life) is decided before.
create or replace function issue_code(
  p_now timestamptz, p_day date, p_expires_at timestamptz,
  p_channel text, p_line_user_id text, p_asker uuid, p_delegation uuid,
  p_qr uuid, p_agency uuid, p_service text, p_evidence text, p_request_key text,
  p_code_key bytea, p_visit uuid, p_code uuid, p_audit uuid, p_notice uuid, p_told uuid, p_notice_dies_at timestamptz
) returns table (refusal text, person_id uuid, id uuid, is_new boolean)
language plpgsql as $$
#variable_conflict use_column
declare
  d delegation%rowtype;
  c service_code%rowtype;
  told line_user%rowtype;
begin
  perform set_config('role', 'pratu_citizen', true),
    set_config('app.line_user', p_channel || '/' || p_line_user_id, true),
    set_config('app.person', p_asker::text, true);
  is_new := false;
  person_id := p_asker;
  refusal := case
    when consent_taken_back(p_asker) then 'consent_withdrawn'
    when not take_scan_ticket(p_request_key, p_channel, p_line_user_id, p_now) then 'ticket_taken'
  end;

  if refusal is null and p_delegation is not null then
    select * into d from delegation x
      where x.id = p_delegation and x.asker_id = p_asker and x.state = 'agreed' and x.ended_at is null
        and x.until_day >= p_day;
    if not found then
      refusal := 'delegation_missing';
    elsif not p_service = any (coalesce(d.services, array[p_service])) then
      refusal := 'delegation_scope';
    else
      person_id := d.for_id;
      perform set_config('app.person', d.for_id::text, true);
      if consent_taken_back(d.for_id) then
        refusal := 'delegation_missing';
      end if;
    end if;
  end if;

  while refusal is null loop
    select * into c from code_issued_before(person_id, p_request_key, p_day, p_agency, p_service);
    if c.id is not null then
      id := c.id;
      return next;
      return;
    end if;
    refusal := refusal_of_place(p_day, p_qr, p_agency, p_service);
    continue when refusal is not null;
    insert into service_code as x (person_id, id, visit_id, agency_id, service_type, day, code, status, asked_by,
        qr_id, request_key, issued_at, expires_at)
      values (issue_code.person_id, p_code, p_visit, p_agency, p_service, p_day,
        'PP' || lpad(permute_code_number(p_code_key, nextval('service_code_number'))::text, 10, '0'),
        'issued', p_asker, p_qr, p_request_key, p_now, p_expires_at)
      on conflict do nothing;
    exit when found;
  end loop;
  if refusal is not null then
    person_id := null;
    return next;
    return;
  end if;

  insert into visit (person_id, id, agency_id, day, status, way, evidence, asked_by, made_at, confirmed_at)
    values (issue_code.person_id, p_visit, p_agency, p_day, 'confirmed', 'line_qr', p_evidence, p_asker, p_now, p_now);
  insert into audit_entry (id, at, action, actor_kind, actor_id, agency_id, person_id, subject_id, refs)
    values (p_audit, p_now, 'service_code.issued', 'citizen', p_asker, p_agency, issue_code.person_id, p_code,
      jsonb_build_object('service', p_service, 'qr', p_qr, 'evidence', p_evidence));
  insert into notice (id, medium, kind, channel, line_user_id, person_id, refs, state, queued_at, due_at, dies_at, attempts)
    values (p_notice, 'line', 'code_issued', p_channel, p_line_user_id, p_asker,
      jsonb_build_object('personId', issue_code.person_id, 'codeId', p_code), 'waiting', p_now, p_now, p_notice_dies_at, 0);
  if p_delegation is not null then
    select * into told from line_user u where u.person_id = issue_code.person_id and u.channel = p_channel;
    insert into notice (id, medium, kind, channel, line_user_id, person_id, refs, state, queued_at, due_at, dies_at, attempts)
      values (p_told, case when told.line_user_id is null then 'sms' else 'line' end, 'companion_used', p_channel,
        coalesce(told.line_user_id, ''), issue_code.person_id,
        jsonb_build_object('delegationId', d.id, 'personId', issue_code.person_id, 'codeId', p_code),
        'waiting', p_now, p_now, p_notice_dies_at, 0);
  end if;
  id := p_code;
  is_new := true;
  return next;
end
$$;

-- The code that answers the request already: the same request's own, whatever became of it, else the person's
-- live code for the facility, service and day. No row: none.
create or replace function code_issued_before(
  p_person uuid, p_request_key text, p_day date, p_agency uuid, p_service text
) returns setof service_code language sql stable as $$
  select * from service_code x
  where x.person_id = p_person and (
    x.request_key = p_request_key
    or (x.day = p_day and x.agency_id = p_agency and x.service_type = p_service and x.status <> 'cancelled')
  )
  order by x.request_key = p_request_key desc
  limit 1
$$;

-- True when the person's latest answer to the consent text is not a yes.
create or replace function consent_taken_back(p_person uuid) returns boolean language sql stable as $$
  select coalesce((
    select x.answer <> 'given' from consent x where x.person_id = p_person order by x.answered_at desc limit 1
  ), false)
$$;

-- Why no code may be issued for this place and service today; null when one may.
create or replace function refusal_of_place(p_day date, p_qr uuid, p_agency uuid, p_service text) returns text
language plpgsql stable as $$
declare
  closed timestamptz;
begin
  if not exists (
    select from facility_qr q where q.id = p_qr and q.agency_id = p_agency and q.service_type = p_service
      and q.revoked_at is null
  ) then
    return 'qr_revoked';
  end if;
  select f.closed_at into closed from facility f where f.agency_id = p_agency;
  if not found or closed is not null then
    return 'facility_closed';
  end if;
  if not exists (
    select from facility_service s join service_type t on t.code = s.service_type
    where s.agency_id = p_agency and s.service_type = p_service
      and p_day >= s.valid_from and (s.valid_until is null or p_day <= s.valid_until)
      and p_day >= t.valid_from and (t.valid_until is null or p_day <= t.valid_until)
  ) then
    return 'service_not_offered';
  end if;
  return null;
end
$$;
