-- Work that is confined to a shop acts as this role (app/data/tenancy). Roles belong to the whole server, so another
-- database may have made it already, or be making it now.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'encore_tenant') THEN
    CREATE ROLE encore_tenant NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL;
END
$$;

DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'encore_tenant', 'MEMBER') THEN
    EXECUTE format('GRANT encore_tenant TO %I', current_user);
  END IF;
END
$$;

GRANT USAGE ON SCHEMA public TO encore_tenant;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO encore_tenant;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO encore_tenant;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO encore_tenant;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO encore_tenant;

-- After a large import the worker has its tables analyzed; before version 17 only their owner may, and it is left to
-- the database's own housekeeping.
DO $$
BEGIN
  IF current_setting('server_version_num')::int >= 170000 THEN
    EXECUTE 'GRANT MAINTAIN ON ALL TABLES IN SCHEMA public TO encore_tenant';
  END IF;
END
$$;

-- Called again by every migration that adds a table of shops' rows.
CREATE FUNCTION confine_each_shop() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  unconfined regclass;
BEGIN
  FOR unconfined IN
    SELECT c.oid FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'shop'
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relrowsecurity
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', unconfined);
    EXECUTE format('CREATE POLICY own_shop ON %s TO encore_tenant USING (shop = current_setting(''encore.shop'', true)) WITH CHECK (shop = current_setting(''encore.shop'', true))', unconfined);
  END LOOP;
END
$$;

SELECT confine_each_shop();
