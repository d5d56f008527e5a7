-- How a person is reached in LINE, for a notice that staff's work makes: staff may not read links themselves. Nothing
-- of it is shown; the caller only queues. A browser without LINE (channel "web") is reached by none of them,
-- nor an account of the web that nobody has checked yet (docs/decisions/0023).
create or replace function line_links_of(p_person uuid) returns table (channel text, line_user_id text)
language plpgsql as $$
#variable_conflict use_column
declare
  before text := current_setting('role');
begin
  perform set_config('role', 'pratu_gate', true);
  return query select u.channel, u.line_user_id from line_user u
    where u.person_id = p_person and u.blocked_at is null and u.channel <> 'web'
      and is_checked(p_person);
  perform set_config('role', before, true);
end
$$;
