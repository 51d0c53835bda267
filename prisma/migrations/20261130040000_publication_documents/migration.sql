-- What was published is kept as it was said: the bytes that an entry of the log is the hash of.
CREATE TABLE "PublicationDocument" (
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "schemaVersion" INTEGER NOT NULL,
    "document" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "carriedOver" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "PublicationDocument_pkey" PRIMARY KEY ("seq")
);
ALTER TABLE "PublicationDocument" ADD CONSTRAINT "PublicationDocument_seq_fkey" FOREIGN KEY ("seq") REFERENCES "LogEntry"("seq") ON DELETE RESTRICT ON UPDATE CASCADE;
-- A check, not a trigger: it holds however the row comes in.
ALTER TABLE "PublicationDocument" ADD CONSTRAINT "PublicationDocument_hash" CHECK ("hash" = encode(sha256(convert_to("document", 'UTF8')), 'hex'));

-- ---------------------------------------------------------------------------------------------------------
-- What was published before. Of a verdict the document has been kept all along. Of everything else there are the rows: what
-- they say now is written down and marked as carried over, since nobody can know that it is what was hashed then. Rows are
-- found by their moment and kind: of two publications of one kind in the same millisecond both have the rows of both.

-- RFC 8785, for what stands in the record: whole numbers, and keys in plain letters.
CREATE FUNCTION pg_temp.canonical(value jsonb) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  RETURN CASE jsonb_typeof(value)
    WHEN 'object' THEN '{' || coalesce((
      SELECT string_agg(to_json(key)::text || ':' || pg_temp.canonical(each), ',' ORDER BY key COLLATE "C") FROM jsonb_each(value) e(key, each)), '') || '}'
    WHEN 'array' THEN '[' || coalesce((
      SELECT string_agg(pg_temp.canonical(each), ',' ORDER BY n) FROM jsonb_array_elements(value) WITH ORDINALITY e(each, n)), '') || ']'
    WHEN 'string' THEN to_json(value #>> '{}')::text
    ELSE value::text
  END;
END $$;

-- A row as documents have it: moments in UTC to the millisecond, and nothing that is the desk's own.
CREATE FUNCTION pg_temp.told(one jsonb) RETURNS jsonb LANGUAGE sql AS $$
  SELECT jsonb_object_agg(key, CASE
      WHEN jsonb_typeof(value) = 'string' AND value #>> '{}' ~ '^\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d)?$'
      THEN to_jsonb(to_char((value #>> '{}')::timestamptz AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      ELSE value END)
    FROM jsonb_each(one - ARRAY['createdBy', 'createdAt', 'revision', 'fileName', 'sentTo', 'prefix', 'suffix', 'earliest', 'latest'])
$$;

DO $$
DECLARE
  entry record;
  of_table text;
  those jsonb;
  all_rows jsonb;
  said text;
  tables_of jsonb := '{
    "dispute.published": ["Dispute", "DisputeWording", "Party", "PartyWording", "PartyRole", "PartyIdentifier", "Claim", "ClaimWording", "Interest", "Appearance", "Relation", "Source", "Snapshot", "SourceEdge", "Evidence", "Event", "Falsifier", "ClaimFalsifier", "FalsifierState", "ReplyRequest", "Asking", "Reply"],
    "correction.published": ["Correction"],
    "evidence.published": ["Source", "Snapshot", "SourceEdge", "Party", "PartyWording", "PartyRole", "Evidence"],
    "reply.published": ["Reply"],
    "request.published": ["ReplyRequest", "Asking"],
    "withdrawal.published": ["Withdrawal"],
    "objection.answered": ["ObjectionOutcome"],
    "imprint.published": ["Imprint"],
    "copy.published": ["Snapshot"],
    "passage.rechecked": ["Recheck"],
    "source.withdrawn": ["SourceWithdrawal"],
    "taint.cleared": ["Clearance"]
  }';
BEGIN
  FOR entry IN SELECT * FROM "LogEntry" ORDER BY "seq" LOOP
    IF entry."type" = 'verdict.published' THEN
      SELECT pg_temp.canonical(v."frozen") INTO said FROM "Verdict" v WHERE v."hash" = entry."contentHash";
      IF encode(sha256(convert_to(said, 'UTF8')), 'hex') = entry."contentHash" THEN
        INSERT INTO "PublicationDocument" SELECT entry."seq", entry."type", (v."frozen" ->> 'v')::int, said, entry."contentHash", false
          FROM "Verdict" v WHERE v."hash" = entry."contentHash";
        CONTINUE;
      END IF;
    END IF;
    all_rows := '{}';
    FOR of_table IN SELECT jsonb_array_elements_text(coalesce(tables_of -> entry."type", '[]')) LOOP
      EXECUTE format('SELECT jsonb_agg(pg_temp.told(to_jsonb(t)) ORDER BY pg_temp.told(to_jsonb(t))::text) FROM %I t WHERE t."publishedAt" = $1', of_table)
        INTO those USING entry."at";
      IF those IS NOT NULL THEN
        all_rows := all_rows || jsonb_build_object(lower(left(of_table, 1)) || substr(of_table, 2), those);
      END IF;
    END LOOP;
    said := pg_temp.canonical(jsonb_build_object(
      'v', 0, 'type', entry."type", 'subject', entry."subject", 'version', entry."version",
      'publishedAt', to_char(entry."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'carriedOver', true, 'rows', all_rows));
    INSERT INTO "PublicationDocument" VALUES (entry."seq", entry."type", 0, said, encode(sha256(convert_to(said, 'UTF8')), 'hex'), true);
  END LOOP;
END $$;
DROP FUNCTION pg_temp.told(jsonb);
DROP FUNCTION pg_temp.canonical(jsonb);

-- ---------------------------------------------------------------------------------------------------------
-- From now on an entry has its document, and the document is the entry's.
CREATE FUNCTION check_publication_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."carriedOver" OR NOT EXISTS (
    SELECT FROM "LogEntry" e WHERE e."seq" = NEW."seq" AND e."type" = NEW."type" AND e."contentHash" = NEW."hash"
  ) THEN
    RAISE EXCEPTION 'The document is not the one that entry % of the log has the hash of', NEW."seq" USING ERRCODE = 'BE010';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "PublicationDocument_hash" BEFORE INSERT ON "PublicationDocument" FOR EACH ROW EXECUTE FUNCTION check_publication_document();
CREATE TRIGGER "PublicationDocument_published" BEFORE UPDATE OR DELETE ON "PublicationDocument" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "PublicationDocument_truncate" BEFORE TRUNCATE ON "PublicationDocument" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Asked when the transaction ends, since the document names its entry.
CREATE FUNCTION refuse_entry_without_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "PublicationDocument" d WHERE d."seq" = NEW."seq") THEN
    RAISE EXCEPTION 'Entry % of the log has no document of what was published', NEW."seq" USING ERRCODE = 'BE011';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "LogEntry_document" AFTER INSERT ON "LogEntry" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_entry_without_document();
