-- A LINE user typed the code that links them to a staff account: used up in the same statement, so that it works once.
-- False: no such code, or it is over, or the account's right ended. Called by the bot's turn, which sees neither table.
create or replace function link_staff_line(p_channel text, p_user text, p_hash bytea, p_now timestamptz)
returns boolean language plpgsql as $$
declare
  before text := current_setting('role');
  of_agency uuid;
  of_staff uuid;
begin
  perform set_config('role', 'pratu_gate', true);
  delete from staff_line_code c using staff s
    where c.code_hash = p_hash and c.expires_at > p_now and s.id = c.staff_id and s.state <> 'ended'
    returning c.agency_id, c.staff_id into of_agency, of_staff;
  if of_staff is not null then
    delete from staff_line l where (l.channel = p_channel and l.line_user_id = p_user)
      or (l.agency_id = of_agency and l.staff_id = of_staff);
    insert into staff_line (agency_id, staff_id, channel, line_user_id, linked_at)
      values (of_agency, of_staff, p_channel, p_user, p_now);
  end if;
  perform set_config('role', before, true);
  return of_staff is not null;
end
$$;
