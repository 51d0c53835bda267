/**
 * The record as readers see it: the schema `shown` has a view of every table, under the same name and with the same
 * columns, without what has been taken down (docs/decisions/0020-taking-down.md) and without drafts. Whatever reads for the
 * public reads there (lib/core/db.ts), so that no read can forget it. Made from the catalogue, so that a table or column
 * that is added later is there as well.
 */

/** Where readers' reads look, and after it our own schema, which has the functions. */
export const SHOWN = "shown";

/**
 * How a column is read. Those that say what rows of other tables say (a frozen verdict, a document of the log, the words around
 * a quotation in a copy) are read with what was taken down left out of them. An
 * enumeration is another type there, with the same values in the same order, since the client writes the schema before it.
 */
const COLUMN = `
  CASE
    WHEN it.relname = 'Verdict' AND c.attname = 'frozen' THEN format('%1$I.shown_frozen(t.%2$I) AS %2$I', ours, c.attname)
    WHEN it.relname = 'PublicationDocument' AND c.attname = 'document' THEN format('%1$I.shown_document(t."type", t.%2$I) AS %2$I', ours, c.attname)
    WHEN (it.relname, c.attname) IN (('Evidence', 'prefix'), ('Evidence', 'suffix'), ('Recheck', 'nearest')) THEN
      format('CASE WHEN NOT EXISTS (SELECT FROM %1$I."HiddenRow" h WHERE h."rowId" = t."snapshotId" AND h."removalId" IS NOT NULL) THEN t.%2$I END AS %2$I', ours, c.attname)
    WHEN y.typtype = 'e' THEN format('t.%1$I::text::${SHOWN}.%2$I AS %1$I', c.attname, y.typname)
    ELSE format('t.%I', c.attname)
  END`;

/**
 * Makes the views anew where they are not those of the tables as they are. A row is hidden by its own id; one that is known
 * by the ids of others, by theirs. What can be a draft is there once it is published.
 */
export const MAKE_SHOWN = `
DO $$
DECLARE
  ours text := current_schema();
  it record;
  those text;
  hides text;
  all_of_it text := '';
  word text;
BEGIN
  FOR it IN
    SELECT t.typname, (SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid) AS "values"
      FROM pg_type t WHERE t.typnamespace = ours::regnamespace AND t.typtype = 'e' ORDER BY 1
  LOOP
    all_of_it := all_of_it || format('CREATE TYPE ${SHOWN}.%I AS ENUM (%s); ', it.typname, it."values");
  END LOOP;
  FOR it IN
    SELECT r.oid, r.relname FROM pg_class r WHERE r.relnamespace = ours::regnamespace AND r.relkind IN ('r', 'p') AND r.relname <> '_prisma_migrations' ORDER BY 2
  LOOP
    SELECT string_agg(${COLUMN}, ', ' ORDER BY c.attnum)
      INTO those FROM pg_attribute c JOIN pg_type y ON y.oid = c.atttypid WHERE c.attrelid = it.oid AND c.attnum > 0 AND NOT c.attisdropped;
    SELECT string_agg(format('NOT EXISTS (SELECT FROM %I."HiddenRow" h WHERE h."rowId" = t.%I)', ours, c.attname), ' AND ')
      INTO hides FROM pg_constraint k JOIN pg_attribute c ON c.attrelid = k.conrelid AND c.attnum = ANY (k.conkey)
     WHERE k.conrelid = it.oid AND k.contype = 'p' AND c.atttypid = 'uuid'::regtype AND it.relname NOT IN ('HiddenRow', 'Removal', 'RemovalDecision');
    IF EXISTS (SELECT FROM pg_attribute c WHERE c.attrelid = it.oid AND c.attname = 'publishedAt' AND NOT c.attisdropped) THEN
      hides := concat_ws(' AND ', hides, 't."publishedAt" IS NOT NULL');
    END IF;
    all_of_it := all_of_it || format('CREATE VIEW ${SHOWN}.%I AS SELECT %s FROM %I.%I t%s; ', it.relname, those, ours, it.relname, coalesce(' WHERE ' || hides, ''));
  END LOOP;
  word := md5(all_of_it);
  IF word = (SELECT obj_description(n.oid, 'pg_namespace') FROM pg_namespace n WHERE n.nspname = '${SHOWN}') THEN RETURN; END IF;
  DROP SCHEMA IF EXISTS ${SHOWN} CASCADE;
  CREATE SCHEMA ${SHOWN};
  EXECUTE all_of_it;
  EXECUTE format('COMMENT ON SCHEMA ${SHOWN} IS %L', word);
END $$`;

/** A table cannot be made another while a view is made of it: they come back when the migrations are done. */
export const DROP_SHOWN = `DROP SCHEMA IF EXISTS ${SHOWN} CASCADE`;
