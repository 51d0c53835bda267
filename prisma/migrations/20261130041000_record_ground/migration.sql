-- A row becomes public now or later, never before what is public already: what the record said on a day (`?asOf=`) cannot be
-- rewritten by rows that say they were there.
CREATE FUNCTION refuse_backdated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last timestamptz;
BEGIN
  IF NEW."publishedAt" IS NOT NULL THEN
    SELECT "at" INTO last FROM "LogEntry" ORDER BY "seq" DESC LIMIT 1;
    IF NEW."publishedAt" < last THEN
      RAISE EXCEPTION 'A row of % would be public from before the last entry of the log', TG_TABLE_NAME USING ERRCODE = 'BE012';
    END IF;
  END IF;
  RETURN NEW;
END $$;

-- Every table whose rows say since when they are public.
DO $$
DECLARE
  published record;
BEGIN
  FOR published IN
    SELECT c."relname" FROM pg_class c JOIN pg_attribute a ON a."attrelid" = c."oid"
     WHERE c."relnamespace" = current_schema()::regnamespace AND c."relkind" = 'r' AND a."attname" = 'publishedAt' AND NOT a."attisdropped"
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_backdated()',
      published."relname" || '_backdated', published."relname");
  END LOOP;
END $$;
