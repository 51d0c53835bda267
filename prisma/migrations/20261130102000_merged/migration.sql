-- Two rows for one thing become one: what hangs on the weaker is moved to the stronger, whose own words and verdicts stay, and
-- the address of the weaker leads there. The weaker's row stays, with its own history; readers find it nowhere by itself.
CREATE TABLE "Merge" (
    "id" UUID NOT NULL,
    "table" TEXT NOT NULL,
    "fromId" UUID NOT NULL,
    "intoId" UUID NOT NULL,
    "previous" TEXT NOT NULL,
    "nameSv" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "reasonSv" TEXT NOT NULL,
    "reasonEn" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Merge_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Merge_fromId_key" ON "Merge"("fromId");
CREATE INDEX "Merge_intoId_idx" ON "Merge"("intoId");
CREATE INDEX "Merge_previous_idx" ON "Merge"("previous");
ALTER TABLE "Merge" ADD CONSTRAINT "Merge_table" CHECK ("table" IN ('Claim', 'Party', 'Source'));
ALTER TABLE "Merge" ADD CONSTRAINT "Merge_other" CHECK ("fromId" <> "intoId");

-- What is the weaker's own, and stays with it: its words, what was judged of it, and what was said of that. Everything else that
-- names it goes along (a test compares with the catalogue).
CREATE FUNCTION stays_at_merge(named text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT named IN ('ClaimWording', 'PartyWording', 'Verdict', 'VerdictDraft', 'Withdrawal', 'Correction', 'SourceWithdrawal', 'Amendment')
$$;

-- Whether nothing of a row becomes another but that it names the stronger instead of the weaker, as a published merge says.
CREATE FUNCTION is_merged(was jsonb, is_now jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(bool_and(EXISTS (
      SELECT FROM public."Merge" m WHERE m."publishedAt" IS NOT NULL
         AND m."fromId"::text = was ->> key AND m."intoId"::text = is_now ->> key)), false)
    FROM jsonb_object_keys(was) key WHERE was -> key IS DISTINCT FROM is_now -> key
$$;

DO $$
DECLARE
  it record;
BEGIN
  FOR it IN
    SELECT DISTINCT child.relname AS named FROM pg_constraint k
      JOIN pg_class child ON child.oid = k.conrelid JOIN pg_class parent ON parent.oid = k.confrelid
      JOIN pg_trigger t ON t.tgrelid = child.oid AND t.tgname = child.relname || '_published'
     WHERE k.contype = 'f' AND parent.relname IN ('Claim', 'Party', 'Source') AND child.relnamespace = 'public'::regnamespace
       AND NOT stays_at_merge(child.relname)
  LOOP
    EXECUTE format('DROP TRIGGER %I ON %I', it.named || '_published', it.named);
    IF it.named IN ('Claim', 'Dispute', 'Party') THEN
      EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW WHEN (NOT public.is_merged(to_jsonb(OLD), to_jsonb(NEW)) AND (OLD."slug" = NEW."slug" OR to_jsonb(OLD) - ''slug'' <> to_jsonb(NEW) - ''slug'')) EXECUTE FUNCTION refuse_change_of_published()', it.named || '_published', it.named);
    ELSE
      EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published()', it.named || '_published_stays', it.named);
      EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW WHEN (NOT public.is_merged(to_jsonb(OLD), to_jsonb(NEW))) EXECUTE FUNCTION refuse_change_of_published()', it.named || '_published', it.named);
    END IF;
  END LOOP;
END $$;

-- Moves what hangs on the weaker, row by row: what the stronger has already, or what would then be about itself, stays where it
-- is. Answers which rows were moved, and by which column.
CREATE FUNCTION move_merged(merging uuid) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  it record;
  one record;
  named "Merge"%ROWTYPE;
  moved jsonb := '[]';
BEGIN
  SELECT * INTO named FROM "Merge" WHERE "id" = merging;
  FOR it IN
    SELECT child.relname AS "table", ref.attname AS "ref" FROM pg_constraint k
      JOIN pg_class child ON child.oid = k.conrelid JOIN pg_class parent ON parent.oid = k.confrelid
      JOIN pg_attribute ref ON ref.attrelid = child.oid AND ref.attnum = k.conkey[1]
     WHERE k.contype = 'f' AND cardinality(k.conkey) = 1 AND parent.relname = named."table" AND child.relnamespace = 'public'::regnamespace
       AND NOT public.stays_at_merge(child.relname)
     -- Copies before what is quoted from them.
     ORDER BY child.relname <> 'Snapshot', 1, 2
  LOOP
    FOR one IN EXECUTE format('SELECT t.ctid AS place, to_jsonb(t) AS row FROM %I t WHERE t.%I = $1', it."table", it."ref") USING named."fromId" LOOP
      -- Of two that were one thing none is the other's.
      CONTINUE WHEN one.row ->> 'id' = named."intoId"::text OR (it."table" IN ('Relation', 'SourceEdge')
        AND named."intoId"::text IN (one.row ->> 'fromId', one.row ->> 'toId'));
      BEGIN
        EXECUTE format('UPDATE %I SET %I = $1 WHERE ctid = $2', it."table", it."ref") USING named."intoId", one.place;
        moved := moved || jsonb_build_object('table', it."table", 'column', it."ref",
          'id', coalesce(one.row ->> 'id', (one.row ->> 'claimId') || '/' || (one.row ->> 'falsifierId')));
      EXCEPTION WHEN unique_violation OR check_violation THEN NULL;
      END;
    END LOOP;
  END LOOP;
  RETURN moved;
END $$;

CREATE FUNCTION check_merge() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  there int;
BEGIN
  IF NEW."publishedAt" IS NOT NULL THEN
    EXECUTE format('SELECT count(*) FROM %I t WHERE t."id" IN ($1, $2) AND t."publishedAt" IS NOT NULL', NEW."table") INTO there USING NEW."fromId", NEW."intoId";
    IF there <> 2 OR EXISTS (SELECT FROM "Merge" m WHERE m."fromId" = NEW."intoId" AND m."publishedAt" IS NOT NULL) THEN
      RAISE EXCEPTION 'Two rows of % that are published, and neither merged, can be merged', NEW."table" USING ERRCODE = 'BE031';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Merge_written" BEFORE INSERT OR UPDATE ON "Merge" FOR EACH ROW EXECUTE FUNCTION check_merge();

CREATE OR REPLACE FUNCTION hidden_roots() RETURNS TABLE ("cause" uuid, "removalId" uuid, "table" text, "rowId" uuid, "since" timestamptz) LANGUAGE sql STABLE AS $$
  SELECT r."id", r."id", r."table", r."rowId", r."publishedAt" FROM public."Removal" r WHERE r."publishedAt" IS NOT NULL AND public.is_down(r."id")
  UNION ALL
  SELECT m."id", NULL, m."table", m."fromId", m."publishedAt" FROM public."Merge" m WHERE m."publishedAt" IS NOT NULL
  UNION ALL
  -- That something was merged is told of neither when it is down: it has a name in it.
  SELECT r."id", r."id", 'Merge', m."id", r."publishedAt" FROM public."Removal" r JOIN public."Merge" m ON r."rowId" IN (m."fromId", m."intoId")
   WHERE r."publishedAt" IS NOT NULL AND public.is_down(r."id")
$$;

-- Where something leads that is asked for by a slug or id that it does not have now, or that was merged; nothing: nowhere else.
CREATE FUNCTION leads_to(named text, asked text) RETURNS TABLE ("to" text, "isMerged" boolean) LANGUAGE plpgsql STABLE AS $$
DECLARE
  found uuid;
  next uuid;
  key text := CASE named WHEN 'Source' THEN 'id' ELSE 'slug' END;
BEGIN
  EXECUTE format('SELECT t."id" FROM public.%I t WHERE t.%I::text = $1 AND t."publishedAt" IS NOT NULL', named, key) INTO found USING asked;
  IF found IS NULL THEN
    SELECT a."rowId" INTO found FROM public."Address" a WHERE a."table" = named AND a."previous" = asked AND a."publishedAt" IS NOT NULL LIMIT 1;
  END IF;
  "isMerged" := false;
  LOOP
    SELECT m."intoId" INTO next FROM public."Merge" m WHERE m."fromId" = found AND m."publishedAt" IS NOT NULL;
    EXIT WHEN next IS NULL;
    found := next;
    "isMerged" := true;
  END LOOP;
  EXECUTE format('SELECT t.%I::text FROM public.%I t WHERE t."id" = $1 AND NOT EXISTS (SELECT FROM public."HiddenRow" h WHERE h."rowId" = $1)', key, named) INTO "to" USING found;
  IF "to" IS NOT NULL AND "to" <> asked THEN RETURN NEXT; END IF;
END $$;

CREATE TRIGGER "Merge_published" BEFORE UPDATE OR DELETE ON "Merge" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "Merge_truncate" BEFORE TRUNCATE ON "Merge" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Merge_translated" BEFORE INSERT OR UPDATE ON "Merge" FOR EACH ROW EXECUTE FUNCTION refuse_half_translated();
CREATE TRIGGER "Merge_remember" AFTER INSERT OR UPDATE OR DELETE ON "Merge" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "Merge_backdated" BEFORE INSERT OR UPDATE ON "Merge" FOR EACH ROW EXECUTE FUNCTION refuse_backdated();
