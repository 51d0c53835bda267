-- Every published fact can have a next version. The row says what stands now; what stood is kept in the amendment that ended
-- it. A published row changes in the transaction that publishes an amendment of it and in no other, so that going back
-- through the amendments of a row gives it as it was first published.
CREATE TABLE "Amendment" (
    "id" UUID NOT NULL,
    "table" TEXT NOT NULL,
    "rowId" UUID NOT NULL,
    "disputeId" UUID NOT NULL,
    "claimId" UUID,
    "version" INTEGER NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "whySv" TEXT NOT NULL,
    "whyEn" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Amendment_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Amendment_table_rowId_version_key" ON "Amendment"("table", "rowId", "version");
CREATE INDEX "Amendment_rowId_idx" ON "Amendment"("rowId");
CREATE INDEX "Amendment_disputeId_idx" ON "Amendment"("disputeId");
CREATE INDEX "Amendment_claimId_idx" ON "Amendment"("claimId");
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_disputeId_fkey" FOREIGN KEY ("disputeId") REFERENCES "Dispute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_other" CHECK ("before" <> "after" AND "version" >= 1);
-- One next version of a row is written at a time.
CREATE UNIQUE INDEX "Amendment_one_draft" ON "Amendment" ("table", "rowId") WHERE "publishedAt" IS NULL;

-- Which columns of a row may have a next version; null: none of that table. The same list as in
-- lib/record/amendment/amendment.ts (a test compares).
CREATE FUNCTION amendable_columns(named text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE named
    WHEN 'Party' THEN ARRAY['kind', 'partOfId']
    WHEN 'PartyRole' THEN ARRAY['side', 'titleSv', 'titleEn', 'saysSv', 'saysEn', 'held']
    WHEN 'PartyIdentifier' THEN ARRAY['scheme', 'value']
    WHEN 'Claim' THEN ARRAY['kind']
    WHEN 'Interest' THEN ARRAY['partyId', 'about', 'gainsIf']
    WHEN 'Appearance' THEN ARRAY['partyId', 'mode', 'sourceId', 'quote', 'quoteLanguage', 'verbatim', 'paragraph', 'charStart', 'charEnd', 'happened', 'known', 'dateNoteSv', 'dateNoteEn', 'earliest', 'latest']
    WHEN 'Relation' THEN ARRAY['kind']
    WHEN 'Source' THEN ARRAY['kind', 'titleSv', 'titleEn', 'noteSv', 'noteEn', 'producerId', 'language', 'url', 'made', 'public']
    WHEN 'SourceEdge' THEN ARRAY['kind']
    WHEN 'Evidence' THEN ARRAY['originId', 'stance', 'excerpt', 'excerptLanguage', 'paragraph', 'charStart', 'charEnd', 'snapshotId', 'page', 'prefix', 'suffix', 'otherPlaces', 'uncheckedSv', 'uncheckedEn', 'noteSv', 'noteEn']
    WHEN 'Falsifier' THEN ARRAY['textSv', 'textEn', 'heldBySv', 'heldByEn', 'holderId']
    WHEN 'Event' THEN ARRAY['textSv', 'textEn', 'shortSv', 'shortEn', 'actorId', 'targetId', 'sourceId', 'paragraph', 'happened', 'known', 'dateNoteSv', 'dateNoteEn', 'beforeId', 'afterId', 'answersId']
  END
$$;

-- Those columns of a row, each named whether it has a value or not.
CREATE FUNCTION amendable_part(named text, whole jsonb) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN (SELECT jsonb_object_agg(c, coalesce(whole -> c, 'null')) FROM unnest(public.amendable_columns(named)) c);
END $$;

-- A published row changes where its newest published amendment says that it was so and is to be so, and nothing else of it
-- changes. Before and after are never the same, so that each amendment moves its row once.
CREATE OR REPLACE FUNCTION refuse_change_of_published() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  named text := TG_TABLE_NAME;
  may text[] := public.amendable_columns(named);
  was jsonb := to_jsonb(OLD);
  is_now jsonb := CASE TG_OP WHEN 'UPDATE' THEN to_jsonb(NEW) END;
BEGIN
  IF OLD."publishedAt" IS NULL THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'UPDATE' AND may IS NOT NULL AND was - may = is_now - may AND EXISTS (
    SELECT FROM "Amendment" a
     WHERE a."table" = named AND a."rowId" = (was ->> 'id')::uuid AND a."publishedAt" IS NOT NULL
       AND a."before" = public.amendable_part(named, was) AND a."after" = public.amendable_part(named, is_now)
       AND NOT EXISTS (SELECT FROM "Amendment" n WHERE n."table" = a."table" AND n."rowId" = a."rowId"
                          AND n."publishedAt" IS NOT NULL AND n."version" > a."version")
  ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'A published row of % is never changed or deleted: publish a new one, or an amendment of it', TG_TABLE_NAME USING ERRCODE = 'BE001';
END $$;

-- An amendment names all the columns that it is about, and those alone; when it is published, what it says was there is
-- there, and no other amendment lies between.
CREATE FUNCTION check_amendment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  there jsonb;
BEGIN
  IF public.amendable_columns(NEW."table") IS NULL
     OR NEW."before" <> public.amendable_part(NEW."table", NEW."before") OR NEW."after" <> public.amendable_part(NEW."table", NEW."after") THEN
    RAISE EXCEPTION 'An amendment of % does not name the columns that may have a next version', NEW."table" USING ERRCODE = 'BE020';
  END IF;
  IF NEW."publishedAt" IS NOT NULL THEN
    EXECUTE format('SELECT to_jsonb(t) FROM %I t WHERE t."id" = $1 AND t."publishedAt" IS NOT NULL', NEW."table") INTO there USING NEW."rowId";
    IF there IS NULL OR public.amendable_part(NEW."table", there) <> NEW."before" OR NEW."version" <> 1 + coalesce((
      SELECT max(a."version") FROM "Amendment" a
       WHERE a."table" = NEW."table" AND a."rowId" = NEW."rowId" AND a."publishedAt" IS NOT NULL AND a."id" <> NEW."id"), 0) THEN
      RAISE EXCEPTION 'An amendment of % does not follow what stands there', NEW."table" USING ERRCODE = 'BE021';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Amendment_written" BEFORE INSERT OR UPDATE ON "Amendment" FOR EACH ROW EXECUTE FUNCTION check_amendment();

-- Asked when the transaction ends: what was published is what the row then says, or what the next amendment began from, and
-- the log tells of it.
CREATE FUNCTION refuse_amendment_without_row() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  there jsonb;
BEGIN
  IF NEW."publishedAt" IS NULL THEN RETURN NULL; END IF;
  SELECT a."before" INTO there FROM "Amendment" a
   WHERE a."table" = NEW."table" AND a."rowId" = NEW."rowId" AND a."publishedAt" IS NOT NULL AND a."version" = NEW."version" + 1;
  IF there IS NULL THEN
    EXECUTE format('SELECT to_jsonb(t) FROM %I t WHERE t."id" = $1', NEW."table") INTO there USING NEW."rowId";
    there := public.amendable_part(NEW."table", there);
  END IF;
  IF there IS DISTINCT FROM NEW."after" OR NOT EXISTS (
    SELECT FROM "LogEntry" e WHERE e."at" = NEW."publishedAt" AND e."type" = 'fact.corrected'
  ) THEN
    RAISE EXCEPTION 'An amendment of % is published, and the row or the log does not say so', NEW."table" USING ERRCODE = 'BE022';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Amendment_holds" AFTER INSERT OR UPDATE ON "Amendment" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_amendment_without_row();

CREATE TRIGGER "Amendment_published" BEFORE UPDATE OR DELETE ON "Amendment" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "Amendment_truncate" BEFORE TRUNCATE ON "Amendment" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Amendment_translated" BEFORE INSERT OR UPDATE ON "Amendment" FOR EACH ROW EXECUTE FUNCTION refuse_half_translated();
CREATE TRIGGER "Amendment_remember" AFTER INSERT OR UPDATE OR DELETE ON "Amendment" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "Amendment_backdated" BEFORE INSERT OR UPDATE ON "Amendment" FOR EACH ROW EXECUTE FUNCTION refuse_backdated();

-- A row becomes public at a moment; a change that leaves that moment alone makes nothing public.
CREATE OR REPLACE FUNCTION refuse_backdated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last timestamptz;
BEGIN
  IF NEW."publishedAt" IS NOT NULL AND (TG_OP = 'INSERT' OR OLD."publishedAt" IS DISTINCT FROM NEW."publishedAt") THEN
    SELECT "at" INTO last FROM "LogEntry" ORDER BY "seq" DESC LIMIT 1;
    IF NEW."publishedAt" < last THEN
      RAISE EXCEPTION 'A row of % would be public from before the last entry of the log', TG_TABLE_NAME USING ERRCODE = 'BE012';
    END IF;
  END IF;
  RETURN NEW;
END $$;
