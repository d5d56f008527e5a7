-- Row-level security holds for the owner too, on every table that has it.
do $$
declare
  t record;
begin
  for t in
    select c.oid::regclass as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relrowsecurity and not c.relforcerowsecurity
  loop
    execute format('alter table %s force row level security', t.name);
  end loop;
end
$$;
