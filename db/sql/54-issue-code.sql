-- Issues a service code in one round trip and one transaction: rights, visit, code, audit and notices.
-- Answers exactly one row. refusal is null when there is a code; is_new is false when the same request, or the
-- same person, facility, service and day, already had it. The kinds of refusal are those of
-- server/visits/asking.ts. Everything that needs no row (the ticket's signature and life) is decided before.
create or replace function issue_code(
  p_now timestamptz, p_day date, p_expires_at timestamptz,
  p_channel text, p_line_user_id text, p_asker uuid, p_for uuid,
  p_qr uuid, p_agency uuid, p_service text, p_evidence text, p_request_key text,
  p_code_key bytea, p_visit uuid, p_code uuid, p_audit uuid, p_notice uuid, p_told uuid, p_notice_dies_at timestamptz
) returns table (refusal text, id uuid, code text, issued_at timestamptz, status text, is_new boolean)
language plpgsql as $$
declare
  me text := p_channel || '/' || p_line_user_id;
  d delegation%rowtype;
  c service_code%rowtype;
  owner text;
  told line_user%rowtype;
begin
  perform set_config('role', 'pratu_citizen', true), set_config('app.line_user', me, true),
    set_config('app.person', p_asker::text, true);

  insert into scan_ticket as t (nonce, channel, line_user_id, owned_at)
    values (p_request_key, p_channel, p_line_user_id, p_now)
    on conflict (nonce) do nothing;
  if not found then
    select t.channel || '/' || t.line_user_id into owner from scan_ticket t where t.nonce = p_request_key;
    if owner is distinct from me then
      return query select 'ticket_taken', null::uuid, null::text, null::timestamptz, null::text, false;
      return;
    end if;
  end if;

  if p_for <> p_asker then
    select * into d from delegation x
      where x.asker_id = p_asker and x.for_id = p_for and x.ended_at is null and x.state = 'agreed'
        and x.until_day >= p_day;
    if not found then
      return query select 'delegation_missing', null::uuid, null::text, null::timestamptz, null::text, false;
      return;
    end if;
    if d.services is not null and not p_service = any (d.services) then
      return query select 'delegation_scope', null::uuid, null::text, null::timestamptz, null::text, false;
      return;
    end if;
    perform set_config('app.person', p_for::text, true);
  end if;

  select * into c from service_code x where x.person_id = p_for and x.request_key = p_request_key;
  if not found then
    select * into c from service_code x
      where x.person_id = p_for and x.day = p_day and x.agency_id = p_agency and x.service_type = p_service
        and x.status <> 'cancelled';
  end if;
  if found then
    return query select null::text, c.id, c.code, c.issued_at, c.status, false;
    return;
  end if;

  refusal := refusal_of_place(p_day, p_qr, p_agency, p_service);
  if refusal is not null then
    return query select refusal, null::uuid, null::text, null::timestamptz, null::text, false;
    return;
  end if;

  insert into service_code as x (person_id, id, visit_id, agency_id, service_type, day, code, status, asked_by,
      qr_id, request_key, issued_at, expires_at)
    values (p_for, p_code, p_visit, p_agency, p_service, p_day,
      'PP' || lpad(permute_code_number(p_code_key, nextval('service_code_number'))::text, 10, '0'),
      'issued', p_asker, p_qr, p_request_key, p_now, p_expires_at)
    on conflict do nothing
    returning x.* into c;
  if c.id is null then
    select * into strict c from service_code x
      where x.person_id = p_for and x.day = p_day and x.agency_id = p_agency and x.service_type = p_service
        and x.status <> 'cancelled';
    return query select null::text, c.id, c.code, c.issued_at, c.status, false;
    return;
  end if;

  insert into visit (person_id, id, agency_id, day, status, way, evidence, asked_by, made_at, confirmed_at)
    values (p_for, p_visit, p_agency, p_day, 'confirmed', 'line_qr', p_evidence, p_asker, p_now, p_now);
  insert into audit_entry (id, at, action, actor_kind, actor_id, agency_id, person_id, subject_id, refs)
    values (p_audit, p_now, 'service_code.issued', 'citizen', p_asker, p_agency, p_for, p_code,
      jsonb_build_object('service', p_service, 'qr', p_qr, 'evidence', p_evidence));
  insert into notice (id, medium, kind, channel, line_user_id, person_id, refs, state, queued_at, due_at, dies_at, attempts)
    values (p_notice, 'line', 'code_issued', p_channel, p_line_user_id, p_asker,
      jsonb_build_object('personId', p_for, 'codeId', p_code), 'waiting', p_now, p_now, p_notice_dies_at, 0);
  if p_for <> p_asker then
    select * into told from line_user u where u.person_id = p_for and u.channel = p_channel;
    insert into notice (id, medium, kind, channel, line_user_id, person_id, refs, state, queued_at, due_at, dies_at, attempts)
      values (p_told, case when told.line_user_id is null then 'sms' else 'line' end, 'companion_used', p_channel,
        coalesce(told.line_user_id, ''), p_for,
        jsonb_build_object('delegationId', d.id, 'personId', p_for, 'codeId', p_code),
        'waiting', p_now, p_now, p_notice_dies_at, 0);
  end if;
  return query select null::text, c.id, c.code, c.issued_at, c.status, true;
end
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
