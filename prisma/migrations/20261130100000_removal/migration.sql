-- What has been published can be taken down: a claim, a dispute, a party, a source or a copy. No row changes. A removal says
-- which row, what hangs on it is worked out, and readers' reads look through views (prisma/shown.ts) without any of it.
CREATE TYPE "RemovalGround" AS ENUM ('data_protection', 'copyright', 'court_order', 'danger', 'child', 'wrong_person');
CREATE TYPE "RemovalOutcome" AS ENUM ('stands', 'undone');

CREATE TABLE "Removal" (
    "id" UUID NOT NULL,
    "table" TEXT NOT NULL,
    "rowId" UUID NOT NULL,
    "ground" "RemovalGround" NOT NULL,
    "reasonSv" TEXT NOT NULL,
    "reasonEn" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Removal_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Removal_rowId_idx" ON "Removal"("rowId");
ALTER TABLE "Removal" ADD CONSTRAINT "Removal_table" CHECK ("table" IN ('Claim', 'Dispute', 'Party', 'Source', 'Snapshot'));

CREATE TABLE "RemovalDecision" (
    "id" UUID NOT NULL,
    "removalId" UUID NOT NULL,
    "outcome" "RemovalOutcome" NOT NULL,
    "reasonSv" TEXT NOT NULL,
    "reasonEn" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RemovalDecision_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "RemovalDecision_removalId_idx" ON "RemovalDecision"("removalId");
ALTER TABLE "RemovalDecision" ADD CONSTRAINT "RemovalDecision_removalId_fkey" FOREIGN KEY ("removalId") REFERENCES "Removal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- One decision is written at a time. It may be followed by another: what stood can be put back later.
CREATE UNIQUE INDEX "RemovalDecision_one_draft" ON "RemovalDecision" ("removalId") WHERE "publishedAt" IS NULL;

-- What readers do not see, worked out of the removals that stand: the row itself and every row that cannot be without it.
CREATE TABLE "HiddenRow" (
    "rowId" UUID NOT NULL,
    "cause" UUID NOT NULL,
    "removalId" UUID,
    "table" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "slug" TEXT,
    "names" TEXT[],
    "refs" UUID[],

    CONSTRAINT "HiddenRow_pkey" PRIMARY KEY ("rowId", "cause")
);
CREATE INDEX "HiddenRow_refs_idx" ON "HiddenRow" USING gin ("refs");
CREATE INDEX "HiddenRow_removalId_idx" ON "HiddenRow"("removalId");
ALTER TABLE "HiddenRow" ADD CONSTRAINT "HiddenRow_removalId_fkey" FOREIGN KEY ("removalId") REFERENCES "Removal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One at a time: while a row is down it is not taken down again.
CREATE FUNCTION check_removal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  there boolean;
BEGIN
  EXECUTE format('SELECT EXISTS (SELECT FROM %I t WHERE t."id" = $1 AND t."publishedAt" IS NOT NULL)', NEW."table") INTO there USING NEW."rowId";
  IF NOT there THEN
    RAISE EXCEPTION 'Only what is published can be taken down from %', NEW."table" USING ERRCODE = 'BE030';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Removal_written" BEFORE INSERT ON "Removal" FOR EACH ROW EXECUTE FUNCTION check_removal();

-- A removal stands until its newest decision that is published says otherwise.
CREATE FUNCTION is_down(removal uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT d."outcome" = 'stands' FROM public."RemovalDecision" d
                    WHERE d."removalId" = removal AND d."publishedAt" IS NOT NULL ORDER BY d."publishedAt" DESC, d."id" DESC LIMIT 1), true)
$$;

-- Where to begin: what is down.
CREATE FUNCTION hidden_roots() RETURNS TABLE ("cause" uuid, "removalId" uuid, "table" text, "rowId" uuid, "since" timestamptz) LANGUAGE sql STABLE AS $$
  SELECT r."id", r."id", r."table", r."rowId", r."publishedAt" FROM public."Removal" r WHERE r."publishedAt" IS NOT NULL AND public.is_down(r."id")
$$;

-- Follows the references of the catalogue from what was taken down to what cannot be without it: rows whose reference may not
-- be empty, what corrects a claim, and what says something of a row by its table and id. A table that is added later is
-- found as well.
CREATE FUNCTION work_out_hidden_rows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  it record;
  of_round bigint;
  added bigint;
BEGIN
  DELETE FROM "HiddenRow";
  FOR it IN SELECT * FROM public.hidden_roots() LOOP
    EXECUTE format('INSERT INTO "HiddenRow" SELECT t."id", $1, $2, %L, $3, CASE WHEN $2 IS NOT NULL THEN coalesce(to_jsonb(t) ->> ''previous'', to_jsonb(t) ->> ''slug'') END, NULL, public.ids_in(to_jsonb(t)) FROM %I t WHERE t."id" = $4 ON CONFLICT DO NOTHING', it."table", it."table")
      USING it."cause", it."removalId", it."since", it."rowId";
  END LOOP;
  IF NOT EXISTS (SELECT FROM "HiddenRow") THEN RETURN NULL; END IF;
  LOOP
    of_round := 0;
    FOR it IN
      SELECT child.relname AS "table", own.attname AS "key", ref.attname AS "ref", parent.relname AS "parent"
        FROM pg_constraint k
        JOIN pg_class child ON child.oid = k.conrelid
        JOIN pg_class parent ON parent.oid = k.confrelid
        JOIN pg_attribute ref ON ref.attrelid = child.oid AND ref.attnum = k.conkey[1]
        JOIN pg_constraint p ON p.conrelid = child.oid AND p.contype = 'p' AND cardinality(p.conkey) = 1
        JOIN pg_attribute own ON own.attrelid = child.oid AND own.attnum = p.conkey[1] AND own.atttypid = 'uuid'::regtype
       WHERE k.contype = 'f' AND cardinality(k.conkey) = 1 AND child.relnamespace = 'public'::regnamespace
         AND child.relname NOT IN ('Removal', 'RemovalDecision', 'HiddenRow')
         AND (ref.attnotnull OR (child.relname = 'Correction' AND EXISTS (SELECT FROM "HiddenRow" h WHERE h."removalId" IS NOT NULL)))
      UNION ALL
      SELECT child.relname, 'id', 'rowId', NULL
        FROM pg_class child
        JOIN pg_attribute ref ON ref.attrelid = child.oid AND ref.attname = 'rowId' AND ref.atttypid = 'uuid'::regtype
       WHERE child.relnamespace = 'public'::regnamespace AND child.relkind = 'r' AND child.relname NOT IN ('Removal', 'HiddenRow')
    LOOP
      IF NOT EXISTS (SELECT FROM "HiddenRow" h WHERE it."parent" IS NULL OR h."table" = it."parent") THEN CONTINUE; END IF;
      EXECUTE format(
        'INSERT INTO "HiddenRow" SELECT t.%I, h."cause", h."removalId", %L, h."since",
             CASE WHEN h."removalId" IS NOT NULL THEN coalesce(to_jsonb(t) ->> ''previous'', to_jsonb(t) ->> ''slug'') END,
             CASE WHEN h."removalId" IS NOT NULL THEN %s END, public.ids_in(to_jsonb(t))
           FROM "HiddenRow" h JOIN %I t ON t.%I = h."rowId" WHERE %s ON CONFLICT DO NOTHING',
        it."key", it."table", CASE it."table" WHEN 'PartyWording' THEN 'ARRAY[t."nameSv", t."nameEn"]' ELSE 'NULL::text[]' END,
        it."table", it."ref", CASE WHEN it."parent" IS NULL THEN 'true' ELSE format('h."table" = %L', it."parent") END);
      GET DIAGNOSTICS added = ROW_COUNT;
      of_round := of_round + added;
    END LOOP;
    EXIT WHEN of_round = 0;
  END LOOP;
  RETURN NULL;
END $$;

-- The rows that a row names.
CREATE FUNCTION ids_in(told jsonb) RETURNS uuid[] LANGUAGE sql IMMUTABLE AS $$
  SELECT array_agg((value #>> '{}')::uuid) FROM jsonb_each(told)
   WHERE key ~ 'Id$' AND value #>> '{}' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
$$;

-- Everything that is published has an entry of the log in the same transaction, a removal and its decisions too: when that
-- ends, what hangs on what was taken down is down as well.
CREATE CONSTRAINT TRIGGER "LogEntry_hides" AFTER INSERT ON "LogEntry" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION work_out_hidden_rows();

-- Documents say what rows said. Which of the hidden rows a document names, by id or as a party by its slug.
CREATE FUNCTION names_hidden(said text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM public."HiddenRow" WHERE "removalId" IS NOT NULL) THEN RETURN false; END IF;
  RETURN EXISTS (
      SELECT FROM regexp_matches(said, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'g') m
        JOIN public."HiddenRow" h ON h."rowId" = m[1]::uuid AND h."removalId" IS NOT NULL)
    OR EXISTS (SELECT FROM public."HiddenRow" h WHERE h."slug" IS NOT NULL AND position('"' || h."slug" || '"' IN said) > 0)
    OR EXISTS (SELECT FROM public."HiddenRow" h, unnest(h."names") n WHERE n <> '' AND position(to_json(n)::text IN said) > 0);
END $$;

-- A document of the log is whole or not shown: its hash is of all of it. What a removal itself says is shown.
CREATE FUNCTION shown_document(kind text, said text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN kind NOT LIKE 'removal.%' AND public.names_hidden(said) THEN '' ELSE said END
$$;

-- A frozen verdict without the words of what was taken down: they are exchanged for when that was. What is no words (ids,
-- stances, moments) stays, so that every number is still right.
CREATE FUNCTION shown_frozen(said jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
  names jsonb;
BEGIN
  IF NOT public.names_hidden(said::text) THEN RETURN said; END IF;
  SELECT coalesce(jsonb_object_agg(n, h."since"::date), '{}') INTO names FROM public."HiddenRow" h, unnest(h."names") n WHERE n <> '';
  RETURN public.without_hidden(said, NULL, names) || jsonb_build_object('takenDown', true);
END $$;

CREATE FUNCTION without_hidden(said jsonb, since date, names jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
  down date := since;
BEGIN
  CASE jsonb_typeof(said)
    WHEN 'array' THEN
      RETURN (SELECT coalesce(jsonb_agg(public.without_hidden(each, since, names) ORDER BY n), '[]') FROM jsonb_array_elements(said) WITH ORDINALITY e(each, n));
    WHEN 'object' THEN
      SELECT coalesce(min(h."since")::date, down) INTO down FROM public."HiddenRow" h
       WHERE h."removalId" IS NOT NULL AND (h."rowId"::text = said ->> 'id' OR (h."table" IN ('Party', 'Address') AND h."slug" IN (said ->> 'slug', said -> 'party' ->> 'slug')));
      -- Words in two languages, both or neither.
      IF down IS NULL AND (names ? (said ->> 'sv') OR names ? (said ->> 'en')) THEN
        down := coalesce(names ->> (said ->> 'sv'), names ->> (said ->> 'en'))::date;
      END IF;
      RETURN (SELECT coalesce(jsonb_object_agg(key, CASE
          WHEN down IS NULL OR jsonb_typeof(each) <> 'string' THEN
            CASE WHEN key = ANY (ARRAY['evidenceIds', 'roots', 'uncounted', 'snapshots', 'reasons', 'by']) THEN each ELSE public.without_hidden(each, down, names) END
          WHEN key = ANY (ARRAY['id', 'kind', 'stance', 'ownCase', 'language', 'gainsIf', 'by', 'state', 'rating', 'askedAt', 'deadline', 'receivedAt', 'publishedAt']) THEN each
          WHEN key = 'slug' THEN to_jsonb('taken-down'::text)
          WHEN key = 'en' THEN to_jsonb('Taken down ' || down)
          ELSE to_jsonb('Borttaget ' || down) END), '{}') FROM jsonb_each(said) e(key, each));
    ELSE
      RETURN said;
  END CASE;
END $$;

CREATE TRIGGER "Removal_published" BEFORE UPDATE OR DELETE ON "Removal" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "Removal_truncate" BEFORE TRUNCATE ON "Removal" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Removal_translated" BEFORE INSERT OR UPDATE ON "Removal" FOR EACH ROW EXECUTE FUNCTION refuse_half_translated();
CREATE TRIGGER "Removal_remember" AFTER INSERT OR UPDATE OR DELETE ON "Removal" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "Removal_backdated" BEFORE INSERT OR UPDATE ON "Removal" FOR EACH ROW EXECUTE FUNCTION refuse_backdated();
CREATE TRIGGER "RemovalDecision_published" BEFORE UPDATE OR DELETE ON "RemovalDecision" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "RemovalDecision_truncate" BEFORE TRUNCATE ON "RemovalDecision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "RemovalDecision_translated" BEFORE INSERT OR UPDATE ON "RemovalDecision" FOR EACH ROW EXECUTE FUNCTION refuse_half_translated();
CREATE TRIGGER "RemovalDecision_remember" AFTER INSERT OR UPDATE OR DELETE ON "RemovalDecision" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "RemovalDecision_backdated" BEFORE INSERT OR UPDATE ON "RemovalDecision" FOR EACH ROW EXECUTE FUNCTION refuse_backdated();
