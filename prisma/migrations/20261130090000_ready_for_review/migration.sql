-- A draft verdict on a claim that is no more than a draft goes with it, and the steps of its review too. Of a claim that is
-- public neither goes: what was said of it on the way to a verdict stays.
CREATE FUNCTION refuse_change_of_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' OR EXISTS (
    SELECT FROM "VerdictDraft" d JOIN "Claim" c ON c."id" = d."claimId" WHERE d."id" = OLD."draftId" AND c."publishedAt" IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'Rows of % are never changed, nor deleted once their claim is public', TG_TABLE_NAME USING ERRCODE = 'BE004';
  END IF;
  RETURN OLD;
END $$;

DROP TRIGGER "Review_kept" ON "Review";
CREATE TRIGGER "Review_kept" BEFORE UPDATE OR DELETE ON "Review" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_review();

CREATE FUNCTION refuse_discard_of_verdict_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "Claim" c WHERE c."id" = OLD."claimId" AND c."publishedAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'A draft verdict on a public claim is given up, not deleted' USING ERRCODE = 'BE004';
  END IF;
  RETURN OLD;
END $$;

CREATE TRIGGER "VerdictDraft_kept" BEFORE DELETE ON "VerdictDraft" FOR EACH ROW EXECUTE FUNCTION refuse_discard_of_verdict_draft();
