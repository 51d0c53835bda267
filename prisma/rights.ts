import pg from "pg";

/**
 * What holds whatever a migration has just made: our triggers fire always, their functions look nowhere but in our schema,
 * and the role that the application works under has the rights it needs and owns nothing. Everything is found in the
 * catalogue, so that a table or trigger that is added later is held too. Done after every migration, and safe to repeat.
 */

/** One at a time, as with migrations: the number is ours alone. */
const LOCK = 7_235_003;

/**
 * A trigger that fires "always" does so in replica mode too. A function that names its search path with the temporary
 * schema last cannot be led to somebody's temporary table of the same name.
 */
const HOLD = `
DO $$
DECLARE
  it record;
BEGIN
  FOR it IN
    SELECT t.tgrelid::regclass AS "table", t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE c.relnamespace = current_schema()::regnamespace AND NOT t.tgisinternal AND t.tgenabled <> 'A'
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', it."table", it.tgname);
  END LOOP;
  FOR it IN
    SELECT p.oid::regprocedure AS "function" FROM pg_proc p
     WHERE p.pronamespace = current_schema()::regnamespace AND p.prorettype = 'trigger'::regtype
       AND NOT coalesce(array_to_string(p.proconfig, ' ') ~ 'search_path=.*pg_temp', false)
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = %I, pg_temp', it."function", current_schema());
  END LOOP;
END $$`;

/**
 * Reading and writing rows, and nothing else. Where rows are never changed the role may not even try; some of those go with
 * a draft, and may be deleted. Of the migrations it sees which there were. Schemas that are not there yet are passed over.
 */
const grants = (role: string, queue: string) => `
DO $$
DECLARE
  it record;
  may text;
BEGIN
  FOR it IN SELECT oid, nspname FROM pg_namespace WHERE oid = current_schema()::regnamespace OR nspname = ${pg.escapeLiteral(queue)} LOOP
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', it.nspname, ${pg.escapeLiteral(role)});
    EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA %I TO %I', it.nspname, ${pg.escapeLiteral(role)});
  END LOOP;
  FOR it IN
    SELECT c.oid::regclass AS "table", c.relname, EXISTS (
        SELECT FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
         WHERE t.tgrelid = c.oid AND p.proname = 'refuse_change' AND t.tgtype & 25 = 25) AS "kept",
           EXISTS (
        SELECT FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
         WHERE t.tgrelid = c.oid AND p.proname IN ('refuse_change_of_review', 'refuse_change_of_text') AND t.tgtype & 25 = 25) AS "fixed"
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p', 'v') AND (n.oid = current_schema()::regnamespace OR n.nspname = ${pg.escapeLiteral(queue)})
  LOOP
    may := CASE WHEN it.relname = '_prisma_migrations' THEN 'SELECT' WHEN it."kept" THEN 'SELECT, INSERT' WHEN it."fixed" THEN 'SELECT, INSERT, DELETE' ELSE 'SELECT, INSERT, UPDATE, DELETE' END;
    EXECUTE format('REVOKE ALL ON %s FROM PUBLIC, %I', it."table", ${pg.escapeLiteral(role)});
    EXECUTE format('GRANT %s ON %s TO %I', may, it."table", ${pg.escapeLiteral(role)});
  END LOOP;
  -- Not ours to say in a database that is somebody else's: then it is as they have it.
  BEGIN
    EXECUTE format('REVOKE CREATE ON SCHEMA %I FROM PUBLIC', current_schema());
    EXECUTE format('REVOKE TEMPORARY, CREATE ON DATABASE %I FROM PUBLIC', current_database());
  EXCEPTION WHEN insufficient_privilege THEN NULL;
  END;
END $$`;

/**
 * @param ownerUrl - as the role that applied the migrations
 * @param role - what the application works under; null: the owner itself, which is then not held by any of it but the triggers
 * @param queue - the schema of the jobs
 */
export async function holdGround(ownerUrl: string, role: string | null, queue: string): Promise<void> {
  await inOne(ownerUrl, async (client) => {
    await client.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
    await client.query(HOLD);
    if (role !== null) await client.query(grants(role, queue));
  });
}

/** Makes the role, or gives it another password. @param ownerUrl - as a superuser: the embedded database's, or a test's */
export async function makeRole(ownerUrl: string, role: string, password: string | null): Promise<void> {
  await inOne(ownerUrl, async (client) => {
    await client.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
    const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [role]);
    const name = pg.escapeIdentifier(role);
    if (rowCount === 0) await client.query(`CREATE ROLE ${name}`);
    const secret = password === null ? "" : ` PASSWORD ${pg.escapeLiteral(password)}`;
    await client.query(
      `ALTER ROLE ${name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS${secret}`,
    );
  });
}

/** The same database, as another role. */
export function asRole(url: string, role: string, password: string): string {
  const other = new URL(url);
  other.username = encodeURIComponent(role);
  other.password = encodeURIComponent(password);
  return other.href;
}

/** What a role could do to the record besides reading and writing rows. */
export interface Power {
  readonly role: string;
  readonly isSuperuser: boolean;
  /** It owns a table of ours, or is a member of a role that does. */
  readonly owns: boolean;
}

/** @param url - as the role that is asked about; of a database that has our tables */
export async function powerOf(url: string): Promise<Power> {
  return inOne(url, async (client) => {
    const { rows } = await client.query<Power>(`
      SELECT current_user AS "role", r.rolsuper AS "isSuperuser", EXISTS (
          SELECT FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
             AND pg_has_role(current_user, c.relowner, 'MEMBER')) AS "owns"
        FROM pg_roles r WHERE r.rolname = current_user`);
    const [power] = rows;
    if (!power) throw new Error("PostgreSQL does not know who asks");
    await client.query(`SELECT FROM "LogEntry" LIMIT 1`);
    return power;
  });
}

async function inOne<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("BEGIN");
    const answer = await work(client);
    await client.query("COMMIT");
    return answer;
  } finally {
    await client.end();
  }
}
