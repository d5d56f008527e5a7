-- May its account see what others wrote about a person? One that was opened in LINE showed a card; one of the web waits
-- until somebody saw it (docs/decisions/0023). For roles that read accounts and people.
create or replace function is_checked(p_person uuid) returns boolean
language sql stable as $$
  select not exists (
    select 1 from account a join person p on p.id = a.person_id
    where a.person_id = p_person and a.opened_by = 'web' and p.assurance in ('line', 'phone')
  )
$$;
