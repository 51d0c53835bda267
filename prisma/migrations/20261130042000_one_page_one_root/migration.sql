ALTER TYPE "TaintCause" ADD VALUE 'ground_changed';

-- A party that has made a claim, or is named by it, is concerned by it unless somebody says otherwise, with the reason.
CREATE TABLE "NotConcerned" (
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "reasonSv" TEXT NOT NULL,
    "reasonEn" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "NotConcerned_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "NotConcerned_claimId_partyId_key" ON "NotConcerned"("claimId", "partyId");
CREATE INDEX "NotConcerned_partyId_idx" ON "NotConcerned"("partyId");
ALTER TABLE "NotConcerned" ADD CONSTRAINT "NotConcerned_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "NotConcerned" ADD CONSTRAINT "NotConcerned_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------
-- What Prisma cannot say.

CREATE TRIGGER "NotConcerned_published" BEFORE UPDATE OR DELETE ON "NotConcerned" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "NotConcerned_truncate" BEFORE TRUNCATE ON "NotConcerned" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "NotConcerned_translated" BEFORE INSERT OR UPDATE ON "NotConcerned" FOR EACH ROW EXECUTE FUNCTION refuse_half_translated();
CREATE TRIGGER "NotConcerned_remember" AFTER INSERT OR UPDATE OR DELETE ON "NotConcerned" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "NotConcerned_backdated" BEFORE INSERT OR UPDATE ON "NotConcerned" FOR EACH ROW EXECUTE FUNCTION refuse_backdated();
ALTER TABLE "NotConcerned" ADD CONSTRAINT "NotConcerned_reason" CHECK ("reasonSv" || "reasonEn" <> '');

-- Tells texts apart that are long: two copies whose pages have the same key have the same words. How long each is comes first.
ALTER TABLE "SnapshotPage" ADD COLUMN "wordsKey" TEXT GENERATED ALWAYS AS (
  length("text")::text || ':' || md5(lower(btrim(regexp_replace("text", '[\s\u00ad]+', ' ', 'g'))))
) STORED;
