-- What may be found, kept beside what it is found in: a row for each thing that readers see, with its words as they stand
-- now, and what it is filtered by. Triggers mark what a publication has changed; before the transaction ends it is read
-- anew, through the views of readers (prisma/shown.ts), so that a draft or what has been taken down cannot be among it.

CREATE TABLE "SearchEntry" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "words" tsvector NOT NULL,
    "rating" TEXT,
    "parties" UUID[],
    "said" datemultirange,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SearchEntry_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "SearchEntry_words_idx" ON "SearchEntry" USING gin ("words") WITH (fastupdate = off);
CREATE INDEX "SearchEntry_kind_since_id_idx" ON "SearchEntry"("kind", "since" DESC, "id");
-- Filters are words that nobody can type, with a colon in them; of the planner's statistics they need their share.
ALTER TABLE "SearchEntry" ALTER COLUMN "words" SET STATISTICS 1000;

-- Every word that stands in an entry, and what it is found by.
CREATE TABLE "SearchWord" (
    "word" TEXT COLLATE "C" NOT NULL,
    "plain" TEXT COLLATE "C" NOT NULL,
    "stems" TEXT[],
    "parts" TEXT[],
    "gaps" TEXT[],

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("word")
);
CREATE INDEX "SearchWord_plain_idx" ON "SearchWord"("plain");
CREATE INDEX "SearchWord_gaps_idx" ON "SearchWord" USING gin ("gaps") WITH (fastupdate = off);

-- What compounds are made of: how a word looks at the beginning of one, and its stem, by which it is known at the end.
CREATE TABLE "SearchPart" (
    "form" TEXT COLLATE "C" NOT NULL,
    "part" TEXT NOT NULL,
    "first" BOOLEAN NOT NULL,

    CONSTRAINT "SearchPart_pkey" PRIMARY KEY ("form", "first")
);

-- What is to be read anew. A row is here for the length of a transaction, or until the views are there.
CREATE TABLE "SearchStale" (
    "id" UUID NOT NULL,
    "turn" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "SearchStale_pkey" PRIMARY KEY ("id")
);

DROP INDEX "ClaimWording_search", "Verdict_search", "PartyWording_search", "Evidence_search";
DROP FUNCTION search_vector(text, text);
DROP FUNCTION search_fold(text);

-- ---------------------------------------------------------------------------------------------------------
-- Words.

-- In lower case, without the accents that readers of Swedish and English leave out; å, ä and ö stay. Capitals are named, since
-- a database may have been made for a language that has none of them.
CREATE FUNCTION search_fold(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT translate(lower(normalize(coalesce(said, ''))), 'ÅÄÖÆØæøéèêëáàâãüúùûíìîïóòôõñçšžÉÈÊËÁÀÂÃÜÚÙÛÍÌÎÏÓÒÔÕÑÇŠŽ',
    'åäöäöäöeeeeaaaauuuuiiiioooonssszeeeeaaaauuuuiiiioooonssz')
$$;

-- As somebody types who has no å, ä and ö.
CREATE FUNCTION search_plain(word text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT translate(word, 'åäö', 'aao')
$$;

-- The words of a text and their places. Words with a hyphen are also one: 08-nytt is found as 08nytt.
CREATE FUNCTION search_words(said text) RETURNS TABLE ("word" text, "at" bigint) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  WITH chunk AS (
    SELECT c, n FROM regexp_split_to_table(search_fold(said), '[\s\u0001-\u002c\u002e\u002f\u003a-\u0060\u007b-\u00bf\u2000-\u200f\u2014-\u206f\u3000-\u303f\ufe00-\uffff]+') WITH ORDINALITY s(c, n)
  ), piece AS (
    SELECT left(p, 60) AS word, n, row_number() OVER (ORDER BY n, k) AS at
      FROM chunk, regexp_split_to_table(c, '[-\u2010-\u2013]+') WITH ORDINALITY s(p, k) WHERE p <> ''
  )
  SELECT word, at FROM piece
  UNION ALL
  SELECT left(string_agg(word, '' ORDER BY at), 60), min(at) FROM piece GROUP BY n HAVING count(*) BETWEEN 2 AND 4
$$;

-- The stems of a word in both languages. What is in neither's dictionary of common words has itself.
CREATE FUNCTION search_stem(word text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY(SELECT DISTINCT stem FROM unnest(ARRAY[
    coalesce((ts_lexize('pg_catalog.swedish_stem', word))[1], word), coalesce((ts_lexize('pg_catalog.english_stem', word))[1], word)]) stem WHERE stem <> '')
$$;

-- What words of one family have in common: folkbokföring, folkbokförd and folkbokförda. Only where enough of it is left.
CREATE FUNCTION search_root(word text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(
    substring(stem FROM '^(.{4,}?)(?:ningar|ning|ingar|ing|elser|else|ande|ende|are|bar|lig)$'),
    substring(stem FROM '^(.{6,}?)(?:dd|tt|d|t|r)$'), stem)
  FROM (SELECT coalesce((ts_lexize('pg_catalog.swedish_stem', word))[1], word) AS stem) s
$$;

-- A word and what is left of it without one of its letters: two words with one of these in common differ by a slip of the
-- finger (a letter too many or too few, a wrong one, two in the wrong order).
CREATE FUNCTION search_gaps(word text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN length(word) BETWEEN 4 AND 30 THEN
    ARRAY(SELECT DISTINCT overlay(word PLACING '' FROM n FOR 1) FROM generate_series(1, length(word)) n UNION SELECT word) END
$$;

-- The words that a compound is made of, in order; null: it is none. One of the two may be any word that stands in the
-- record, if it is long enough to be no accident. Fewest parts first.
CREATE FUNCTION search_split(word text, depth int DEFAULT 0) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  cut int;
  head text;
  tail text;
  tail_word text;
  head_word text;
  heads text[];
BEGIN
  IF length(word) < 6 OR length(word) > 40 OR depth > 3 OR word !~ '^[a-zåäö]+$' THEN RETURN NULL; END IF;
  FOR cut IN REVERSE length(word) - 3 .. 3 LOOP
    head := left(word, cut);
    tail := substr(word, cut + 1);
    SELECT p."part" INTO tail_word FROM "SearchPart" p WHERE NOT p."first" AND p."form" = coalesce((ts_lexize('pg_catalog.swedish_stem', tail))[1], tail) LIMIT 1;
    -- Of three letters alike one is not written: busstation.
    IF tail_word IS NULL AND substr(word, cut - 1, 1) = right(head, 1) THEN
      tail := right(head, 1) || tail;
      SELECT p."part" INTO tail_word FROM "SearchPart" p WHERE NOT p."first" AND p."form" = coalesce((ts_lexize('pg_catalog.swedish_stem', tail))[1], tail) LIMIT 1;
    END IF;
    CONTINUE WHEN tail_word IS NULL;
    SELECT p."part" INTO head_word FROM "SearchPart" p WHERE p."first" AND p."form" = head LIMIT 1;
    IF head_word IS NULL AND depth = 0 AND length(head) >= 5 THEN
      SELECT w."word" INTO head_word FROM "SearchWord" w WHERE w."word" IN (head, regexp_replace(head, 's$', '')) AND length(w."word") >= 5
       ORDER BY length(w."word") DESC LIMIT 1;
    END IF;
    IF head_word IS NOT NULL THEN RETURN ARRAY[head_word, tail]; END IF;
    heads := coalesce(search_split(head, depth + 1), CASE WHEN right(head, 1) = 's' THEN search_split(left(head, -1), depth + 1) END);
    IF heads IS NOT NULL THEN RETURN heads || tail; END IF;
  END LOOP;
  RETURN NULL;
END $$;

-- All that a word is found by: its stems, typed plainly too; and more loosely, its root and what its parts are found by.
CREATE FUNCTION search_analyse(typed text) RETURNS "SearchWord" LANGUAGE plpgsql STABLE AS $$
DECLARE
  it "SearchWord";
BEGIN
  it."word" := typed;
  it."plain" := search_plain(typed);
  it."stems" := ARRAY(SELECT DISTINCT unnest(search_stem(typed) || search_stem(it."plain")));
  it."parts" := ARRAY(
    SELECT DISTINCT f.stem FROM (
      SELECT search_root(typed) AS stem UNION SELECT search_root(it."plain")
      UNION SELECT unnest(search_stem(part) || search_stem(search_plain(part)) || search_root(part) || search_root(search_plain(part)))
        FROM unnest(search_split(typed)) part) f
     WHERE f.stem <> ALL (it."stems"));
  it."gaps" := search_gaps(it."plain");
  RETURN it;
END $$;

-- ---------------------------------------------------------------------------------------------------------
-- Entries.

-- What each thing says, as readers see it now: with which weight a word of it counts, and one that is only a part or of the
-- same family; and from which place its words are counted. Nothing here grows with the record: of what a claim may have
-- any number of, the first so many.
CREATE FUNCTION search_texts(ids uuid[]) RETURNS TABLE ("id" uuid, "strong" text, "weak" text, "from" int, "said" text) LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN QUERY
    SELECT c."id", t.* FROM shown."Claim" c
      CROSS JOIN LATERAL (SELECT * FROM shown."ClaimWording" w WHERE w."claimId" = c."id" ORDER BY w."version" DESC LIMIT 1) w
      CROSS JOIN LATERAL (VALUES ('A', 'B', 0, w."textSv"), ('A', 'B', 1000, w."textEn")) t WHERE c."id" = ANY (ids)
    UNION ALL
    SELECT c."id", t.* FROM shown."Claim" c
      CROSS JOIN LATERAL (SELECT * FROM shown."Verdict" v WHERE v."claimId" = c."id" ORDER BY v."version" DESC LIMIT 1) v
      CROSS JOIN LATERAL (VALUES ('C', 'D', 2000, v."conclusionSv"), ('C', 'D', 3000, v."conclusionEn")) t
     WHERE c."id" = ANY (ids) AND NOT EXISTS (SELECT FROM shown."Withdrawal" w WHERE w."verdictId" = v."id")
    UNION ALL
    SELECT c."id", 'C', 'D', 4000, (SELECT string_agg(a."quote", ' ') FROM
        (SELECT a."quote" FROM shown."Appearance" a WHERE a."claimId" = c."id" ORDER BY a."id" LIMIT 20) a)
      FROM shown."Claim" c WHERE c."id" = ANY (ids)
    UNION ALL
    SELECT c."id", 'D', 'D', 6000, (SELECT string_agg(concat_ws(' ', e."excerpt", e."noteSv", e."noteEn"), ' ') FROM
        (SELECT e.* FROM shown."Evidence" e WHERE e."claimId" = c."id" ORDER BY e."id" LIMIT 20) e)
      FROM shown."Claim" c WHERE c."id" = ANY (ids)
    UNION ALL
    SELECT p."id", t.* FROM shown."Party" p
      CROSS JOIN LATERAL (SELECT * FROM shown."PartyWording" w WHERE w."partyId" = p."id" ORDER BY w."version" DESC LIMIT 1) w
      CROSS JOIN LATERAL (VALUES ('A', 'B', 0, w."nameSv"), ('A', 'B', 1000, w."nameEn"), ('C', 'D', 2000, w."descriptionSv"), ('C', 'D', 3000, w."descriptionEn")) t
     WHERE p."id" = ANY (ids)
    UNION ALL
    SELECT p."id", 'C', 'D', 4000, (SELECT string_agg(concat_ws(' ', r."titleSv", r."titleEn"), ' ') FROM
        (SELECT r.* FROM shown."PartyRole" r WHERE r."partyId" = p."id" ORDER BY r."id" DESC LIMIT 20) r)
      FROM shown."Party" p WHERE p."id" = ANY (ids)
    UNION ALL
    SELECT d."id", t.* FROM shown."Dispute" d
      CROSS JOIN LATERAL (SELECT * FROM shown."DisputeWording" w WHERE w."disputeId" = d."id" ORDER BY w."version" DESC LIMIT 1) w
      CROSS JOIN LATERAL (VALUES ('A', 'B', 0, concat_ws(' ', w."titleSv", w."shortSv")), ('A', 'B', 1000, concat_ws(' ', w."titleEn", w."shortEn")),
        ('C', 'D', 2000, w."summarySv"), ('C', 'D', 3000, w."summaryEn")) t
     WHERE d."id" = ANY (ids)
    UNION ALL
    SELECT s."id", t.* FROM shown."Source" s
      CROSS JOIN LATERAL (VALUES ('A', 'B', 0, s."titleSv"), ('A', 'B', 1000, s."titleEn"), ('C', 'D', 2000, s."noteSv"), ('C', 'D', 3000, s."noteEn")) t
     WHERE s."id" = ANY (ids)
    UNION ALL
    SELECT e."id", t.* FROM shown."Event" e
      CROSS JOIN LATERAL (VALUES ('A', 'B', 0, e."textSv"), ('A', 'B', 1000, e."textEn"), ('A', 'B', 2000, e."shortSv"), ('A', 'B', 3000, e."shortEn")) t
     WHERE e."id" = ANY (ids)
    UNION ALL
    SELECT e."id", t.* FROM shown."Evidence" e
      CROSS JOIN LATERAL (VALUES ('A', 'B', 0, e."excerpt"), ('C', 'D', 2000, e."noteSv"), ('C', 'D', 3000, e."noteEn")) t
     WHERE e."id" = ANY (ids);
END $$;

-- The calendar years and decades that something may have been said in, as filters; `y:any` where that is open or long.
CREATE FUNCTION search_years(earliest date, latest date) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN latest IS NULL OR earliest IS NULL OR latest - earliest > 4000 THEN ARRAY['y:any']
    ELSE ARRAY(SELECT DISTINCT f FROM generate_series(extract(year FROM earliest)::int, extract(year FROM latest)::int) y, unnest(ARRAY['y:' || y, 'y:' || y / 10 || 'x']) f) END
$$;

-- What each thing is filtered by. A claim's parties are those who have made it and those it is about; by a name it is found
-- through the party, so that a party with another name costs one entry and not all of its claims.
CREATE FUNCTION search_facts(ids uuid[]) RETURNS TABLE ("id" uuid, "kind" text, "rating" text, "makers" uuid[], "about" uuid[], "years" text[], "said" datemultirange, "since" timestamptz) LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN QUERY
    SELECT c."id", 'claim', (SELECT CASE WHEN EXISTS (SELECT FROM shown."Withdrawal" w WHERE w."verdictId" = v."id") THEN NULL ELSE v."rating"::text END
        FROM shown."Verdict" v WHERE v."claimId" = c."id" ORDER BY v."version" DESC LIMIT 1),
      a.makers, (SELECT array_agg(i."partyId") FROM shown."Interest" i WHERE i."claimId" = c."id" AND i."about"),
      (SELECT array_agg(DISTINCT y) FROM shown."Appearance" a, unnest(search_years(a."earliest", a."latest")) y WHERE a."claimId" = c."id"),
      a.said, c."publishedAt"::timestamptz
      FROM shown."Claim" c
      CROSS JOIN LATERAL (SELECT array_agg(DISTINCT a."partyId") AS makers, range_agg(daterange(a."earliest", a."latest", '[]')) AS said FROM shown."Appearance" a WHERE a."claimId" = c."id") a
     WHERE c."id" = ANY (ids)
    UNION ALL SELECT p."id", 'party', NULL, ARRAY[p."id"], NULL, NULL, NULL, p."publishedAt" FROM shown."Party" p WHERE p."id" = ANY (ids)
    UNION ALL SELECT d."id", 'dispute', NULL, NULL, NULL, NULL, NULL, d."publishedAt" FROM shown."Dispute" d WHERE d."id" = ANY (ids)
    UNION ALL SELECT s."id", 'source', NULL, array_remove(ARRAY[s."producerId"], NULL), NULL, NULL, NULL, s."publishedAt" FROM shown."Source" s WHERE s."id" = ANY (ids)
    UNION ALL SELECT e."id", 'event', NULL, ARRAY[e."actorId"], array_remove(ARRAY[e."targetId"], NULL), NULL, NULL, e."publishedAt" FROM shown."Event" e WHERE e."id" = ANY (ids)
    UNION ALL SELECT e."id", 'passage', NULL, NULL, NULL, NULL, NULL, e."publishedAt" FROM shown."Evidence" e WHERE e."id" = ANY (ids);
END $$;

-- Makes the entries of these things as they are now, or takes them away. Answers how many became another.
CREATE FUNCTION search_make(ids uuid[]) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  gone bigint;
  changed bigint;
BEGIN
  DELETE FROM public."SearchEntry" e WHERE e."id" = ANY (ids) AND NOT EXISTS (SELECT FROM search_facts(ids) f WHERE f."id" = e."id");
  GET DIAGNOSTICS gone = ROW_COUNT;
  WITH token AS MATERIALIZED (
    SELECT t."id", t."strong", t."weak", t."from" + w."at" AS at, w."word" COLLATE "C" AS word FROM search_texts(ids) t, search_words(left(t."said", 10000)) w
  ), fresh AS MATERIALIZED (
    SELECT a.* FROM (SELECT DISTINCT t.word FROM token t WHERE NOT EXISTS (SELECT FROM public."SearchWord" k WHERE k."word" = t.word)) t, search_analyse(t.word) a
  ), learned AS (
    INSERT INTO public."SearchWord" SELECT * FROM fresh ON CONFLICT DO NOTHING
  ), known AS (
    SELECT k."word", k."stems", k."parts" FROM public."SearchWord" k WHERE k."word" IN (SELECT t.word FROM token t)
    UNION ALL SELECT f."word", f."stems", f."parts" FROM fresh f
  ), place AS (
    SELECT t."id", l.lexeme, string_agg(t.at || l.weight, ',') AS places
      FROM token t JOIN known k ON k."word" = t.word
      CROSS JOIN LATERAL (SELECT unnest(k."stems"), t."strong" UNION ALL SELECT unnest(k."parts"), t."weak") l(lexeme, weight) GROUP BY 1, 2
  ), vector AS (
    SELECT p."id", string_agg('''' || p.lexeme || ''':' || p.places, ' ')::tsvector AS words FROM place p GROUP BY 1
  ), entry AS (
    SELECT f."id", f."kind",
      coalesce(v.words, '') || array_to_tsvector(array_remove(ARRAY['k:' || f."kind", 'r:' || f."rating"] || f."years", NULL))
        || coalesce((SELECT string_agg('''p:' || m || ''':16000B', ' ') FROM unnest(f."makers") m)::tsvector, '')
        || coalesce((SELECT string_agg('''p:' || m || '''', ' ') FROM unnest(f."about") m)::tsvector, '') AS words,
      f."rating", ARRAY(SELECT DISTINCT unnest(f."makers" || f."about")) AS parties, f."said", f."since"
      FROM search_facts(ids) f LEFT JOIN vector v ON v."id" = f."id"
  )
  INSERT INTO public."SearchEntry" AS old SELECT * FROM entry
    ON CONFLICT ("id") DO UPDATE SET "kind" = excluded."kind", "words" = excluded."words", "rating" = excluded."rating", "parties" = excluded."parties", "said" = excluded."said", "since" = excluded."since"
    WHERE (old."words", old."rating", old."parties", old."said") IS DISTINCT FROM (excluded."words", excluded."rating", excluded."parties", excluded."said");
  GET DIAGNOSTICS changed = ROW_COUNT;
  RETURN gone + changed;
END $$;

-- ---------------------------------------------------------------------------------------------------------
-- When.

-- Marks what a row is about, by the columns that name it: before and now, since a merge moves it.
CREATE FUNCTION search_mark() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public."SearchStale" ("id")
    SELECT DISTINCT (told ->> named)::uuid FROM unnest(TG_ARGV) named,
      unnest(CASE TG_OP WHEN 'UPDATE' THEN ARRAY[to_jsonb(NEW), to_jsonb(OLD)] ELSE ARRAY[to_jsonb(NEW)] END) told
     WHERE told ->> named IS NOT NULL
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

DO $$
DECLARE
  it record;
BEGIN
  FOR it IN SELECT * FROM (VALUES
    ('Claim', '''id'''), ('ClaimWording', '''claimId'''), ('Verdict', '''claimId'''), ('Withdrawal', '''claimId'''), ('Appearance', '''claimId'''),
    ('Interest', '''claimId'''), ('Evidence', '''id'', ''claimId'''), ('Party', '''id'''), ('PartyWording', '''partyId'''), ('PartyRole', '''partyId'''),
    ('Dispute', '''id'''), ('DisputeWording', '''disputeId'''), ('Source', '''id'''), ('Event', '''id'''),
    ('Removal', '''id'''), ('RemovalDecision', '''removalId'''), ('Merge', '''id''')) t("table", "columns")
  LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE ON %I FOR EACH ROW WHEN (NEW."publishedAt" IS NOT NULL) EXECUTE FUNCTION search_mark(%s)',
      it."table" || '_found', it."table", it."columns");
  END LOOP;
END $$;

-- What a removal or merge hides, and what says something of what it hides.
CREATE FUNCTION search_hidden_by(causes uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  SELECT DISTINCT named FROM public."HiddenRow" h, unnest(h."refs" || h."rowId") named WHERE h."cause" = ANY (causes)
$$;

-- When a removal is undone it is known only before that what it has hidden.
CREATE FUNCTION search_mark_shown_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public."SearchStale" ("id") SELECT public.search_hidden_by(ARRAY[NEW."removalId"]) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "RemovalDecision_found_again" AFTER INSERT OR UPDATE ON "RemovalDecision" FOR EACH ROW WHEN (NEW."publishedAt" IS NOT NULL) EXECUTE FUNCTION search_mark_shown_again();

-- Before the transaction ends what was marked is read anew, all of it at once. It goes to the end of the line first: by then
-- it has been worked out what is hidden (LogEntry_hides).
CREATE FUNCTION search_settle() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids uuid[];
BEGIN
  IF to_regclass('shown."Claim"') IS NULL THEN RETURN NULL; END IF;
  IF NEW."turn" = 0 THEN
    UPDATE public."SearchStale" SET "turn" = 1 WHERE "turn" = 0 AND "id" = NEW."id";
    RETURN NULL;
  END IF;
  WITH taken AS (DELETE FROM public."SearchStale" s WHERE s."turn" = 1 AND (s."id" = NEW."id" OR s."id" IN (SELECT o."id" FROM public."SearchStale" o WHERE o."turn" = 1 LIMIT 1000)) RETURNING s."id")
  SELECT array_agg(t."id") INTO ids FROM taken t;
  IF ids IS NULL THEN RETURN NULL; END IF;
  PERFORM public.search_make(ids);
  INSERT INTO public."SearchStale" ("id") SELECT h FROM public.search_hidden_by(ids) h WHERE h <> ALL (ids) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

-- What there is already is found as soon as the views are there.
INSERT INTO "SearchStale" ("id") SELECT "id" FROM "Claim" WHERE "publishedAt" IS NOT NULL
  UNION ALL SELECT "id" FROM "Party" WHERE "publishedAt" IS NOT NULL
  UNION ALL SELECT "id" FROM "Dispute" WHERE "publishedAt" IS NOT NULL
  UNION ALL SELECT "id" FROM "Source" WHERE "publishedAt" IS NOT NULL
  UNION ALL SELECT "id" FROM "Event" WHERE "publishedAt" IS NOT NULL
  UNION ALL SELECT "id" FROM "Evidence" WHERE "publishedAt" IS NOT NULL;
CREATE CONSTRAINT TRIGGER "SearchStale_settle" AFTER INSERT OR UPDATE ON "SearchStale" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION search_settle();

-- Reads the next so many that wait. Answers how many there were.
CREATE FUNCTION search_catch_up(most int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  ids uuid[];
BEGIN
  WITH taken AS (DELETE FROM public."SearchStale" s WHERE s."id" IN (SELECT o."id" FROM public."SearchStale" o ORDER BY o."id" LIMIT most FOR UPDATE SKIP LOCKED) RETURNING s."id")
  SELECT array_agg(t."id") INTO ids FROM taken t;
  IF ids IS NULL THEN RETURN 0; END IF;
  PERFORM public.search_make(ids);
  RETURN cardinality(ids);
END $$;
