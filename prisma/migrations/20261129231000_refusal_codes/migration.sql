-- What the triggers refuse has a code of ours, class BE, that the application reads (lib/core/db.ts). The words beside it
-- are for people.
CREATE OR REPLACE FUNCTION refuse_change_of_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."publishedAt" IS NOT NULL THEN
    RAISE EXCEPTION 'A published row of % is never changed or deleted: publish a new one', TG_TABLE_NAME USING ERRCODE = 'BE001';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'BE002';
END $$;

CREATE OR REPLACE FUNCTION refuse_change_of_received() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW."text" <> OLD."text" OR NEW."receivedAt" <> OLD."receivedAt" THEN
    RAISE EXCEPTION 'What was received in % is never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'BE003';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION refuse_change_of_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' OR EXISTS (SELECT FROM "Snapshot" s WHERE s."id" = OLD."snapshotId" AND s."publishedAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'Rows of % are never changed, nor deleted once their copy is public', TG_TABLE_NAME USING ERRCODE = 'BE004';
  END IF;
  RETURN OLD;
END $$;

CREATE OR REPLACE FUNCTION check_verdict_succession() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before record;
BEGIN
  SELECT "version", "hash", "publishedAt" INTO before FROM "Verdict" WHERE "claimId" = NEW."claimId" ORDER BY "version" DESC LIMIT 1;
  IF NEW."version" <> coalesce(before."version", 0) + 1 OR NEW."previousHash" IS DISTINCT FROM before."hash"
     OR NEW."publishedAt" < before."publishedAt" THEN
    RAISE EXCEPTION 'Version % does not follow version % of this claim', NEW."version", coalesce(before."version", 0)
      USING ERRCODE = 'BE005';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION check_verdict_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "Verdict" v, jsonb_array_elements(v."frozen" -> 'evidence') e
    WHERE v."id" = NEW."verdictId" AND e ->> 'id' = NEW."evidenceId"::text
  ) THEN
    RAISE EXCEPTION 'Evidence % is not in the frozen verdict', NEW."evidenceId" USING ERRCODE = 'BE006';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION check_log_succession() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before record;
BEGIN
  SELECT "seq", "hash", "at" INTO before FROM "LogEntry" ORDER BY "seq" DESC LIMIT 1;
  IF NEW."seq" <> coalesce(before."seq", -1) + 1 OR NEW."previousHash" IS DISTINCT FROM before."hash" OR NEW."at" < before."at" THEN
    RAISE EXCEPTION 'Log entry % does not follow entry %', NEW."seq", coalesce(before."seq", -1) USING ERRCODE = 'BE007';
  END IF;
  RETURN NEW;
END $$;

-- Nothing and no words are the same here: a language that is not there at all lacks as well.
CREATE OR REPLACE FUNCTION refuse_half_translated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  told jsonb := to_jsonb(NEW);
BEGIN
  IF NEW."publishedAt" IS NOT NULL AND EXISTS (
    SELECT FROM jsonb_object_keys(told) sv
     WHERE sv ~ 'Sv$' AND told ? (left(sv, -2) || 'En')
       AND (coalesce(told ->> sv, '') = '') <> (coalesce(told ->> (left(sv, -2) || 'En'), '') = '')
  ) THEN
    RAISE EXCEPTION 'A row of % lacks one of its languages', TG_TABLE_NAME USING ERRCODE = 'BE008';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION refuse_unchecked_quote() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."publishedAt" IS NOT NULL AND NEW."snapshotId" IS NULL AND NEW."uncheckedSv" = '' THEN
    RAISE EXCEPTION 'A quotation of % was found in no copy, and no reason is given', TG_TABLE_NAME USING ERRCODE = 'BE009';
  END IF;
  RETURN NEW;
END $$;

-- The tables of the record with words in both languages that had no such guard.
CREATE TRIGGER "Appearance_translated" BEFORE INSERT OR UPDATE ON "Appearance" FOR EACH ROW EXECUTE FUNCTION refuse_half_translated();
CREATE TRIGGER "Verdict_translated" BEFORE INSERT OR UPDATE ON "Verdict" FOR EACH ROW EXECUTE FUNCTION refuse_half_translated();
