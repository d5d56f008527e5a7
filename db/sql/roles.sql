-- The roles of the database. Applied by the owner before every migration; safe to run again.
-- pratu_app logs in and may become one of the six working roles, whose rights it does not inherit:
-- a statement that forgets to choose a role sees nothing.
do $$
declare
  working text;
begin
  if not exists (select from pg_roles where rolname = 'pratu_app') then
    create role pratu_app login nobypassrls nosuperuser nocreatedb nocreaterole noinherit;
  end if;
  foreach working in array array['pratu_gate', 'pratu_citizen', 'pratu_staff', 'pratu_registrar', 'pratu_holder', 'pratu_system'] loop
    if not exists (select from pg_roles where rolname = working) then
      execute format('create role %I nologin nobypassrls', working);
    end if;
    if not exists (
      select from pg_auth_members m
      join pg_roles r on r.oid = m.roleid
      join pg_roles g on g.oid = m.member
      where r.rolname = working and g.rolname = 'pratu_app'
    ) then
      execute format('grant %I to pratu_app with inherit false, set true', working);
    end if;
  end loop;
end
$$;
