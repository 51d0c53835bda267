-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "DisputeStatus" AS ENUM ('open', 'dormant', 'settled');

-- CreateEnum
CREATE TYPE "PartyKind" AS ENUM ('public_body', 'public_official', 'public_employee', 'organisation', 'publication', 'private_person');

-- CreateEnum
CREATE TYPE "Side" AS ENUM ('accuses', 'accused', 'reports', 'other');

-- CreateEnum
CREATE TYPE "ClaimKind" AS ENUM ('fact', 'intent', 'opinion', 'prediction');

-- CreateEnum
CREATE TYPE "AppearanceMode" AS ENUM ('asserts', 'suspects');

-- CreateEnum
CREATE TYPE "RelationKind" AS ENUM ('denies', 'undercuts', 'answers', 'narrows', 'repeats', 'supports', 'goes_further');

-- CreateEnum
CREATE TYPE "GainsIf" AS ENUM ('claim_true', 'claim_false', 'neither');

-- CreateEnum
CREATE TYPE "SourceKind" AS ENUM ('article', 'email', 'report', 'analysis', 'register', 'statement', 'other');

-- CreateEnum
CREATE TYPE "SourceEdgeKind" AS ENUM ('based_on', 'quotes', 'press_release_of');

-- CreateEnum
CREATE TYPE "Custody" AS ENUM ('stored', 'kept_by_desk');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('supports', 'contradicts', 'context');

-- CreateEnum
CREATE TYPE "Rating" AS ENUM ('supported', 'mostly_supported', 'partly_supported', 'mostly_contradicted', 'contradicted', 'unproven', 'not_checkable', 'under_review', 'outdated');

-- CreateEnum
CREATE TYPE "FalsifierStateKind" AS ENUM ('open', 'asked_for', 'refused', 'received');

-- CreateTable
CREATE TABLE "Dispute" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Dispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DisputeWording" (
    "id" UUID NOT NULL,
    "disputeId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "status" "DisputeStatus" NOT NULL,
    "titleSv" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "shortSv" TEXT NOT NULL,
    "shortEn" TEXT NOT NULL,
    "summarySv" TEXT NOT NULL,
    "summaryEn" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DisputeWording_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Party" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "PartyKind" NOT NULL,
    "partOfId" UUID,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PartyWording" (
    "id" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "nameSv" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "descriptionSv" TEXT NOT NULL,
    "descriptionEn" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PartyWording_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PartyRole" (
    "id" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "disputeId" UUID NOT NULL,
    "side" "Side" NOT NULL,
    "position" INTEGER NOT NULL,
    "titleSv" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "saysSv" TEXT NOT NULL,
    "saysEn" TEXT NOT NULL,
    "held" TEXT,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PartyRole_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "disputeId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "ClaimKind" NOT NULL,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClaimWording" (
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "textSv" TEXT NOT NULL,
    "textEn" TEXT NOT NULL,
    "shortSv" TEXT NOT NULL,
    "shortEn" TEXT NOT NULL,
    "restatedBySv" TEXT NOT NULL,
    "restatedByEn" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ClaimWording_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Interest" (
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "about" BOOLEAN NOT NULL,
    "gainsIf" "GainsIf" NOT NULL,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Interest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Appearance" (
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "mode" "AppearanceMode" NOT NULL,
    "sourceId" UUID NOT NULL,
    "quote" TEXT,
    "quoteLanguage" TEXT,
    "verbatim" BOOLEAN NOT NULL DEFAULT false,
    "paragraph" INTEGER,
    "charStart" INTEGER,
    "charEnd" INTEGER,
    "happened" TEXT NOT NULL,
    "known" TEXT NOT NULL,
    "dateNoteSv" TEXT,
    "dateNoteEn" TEXT,
    "earliest" DATE,
    "latest" DATE,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Appearance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Relation" (
    "id" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "kind" "RelationKind" NOT NULL,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Relation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" UUID NOT NULL,
    "disputeId" UUID NOT NULL,
    "kind" "SourceKind" NOT NULL,
    "titleSv" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "noteSv" TEXT NOT NULL,
    "noteEn" TEXT NOT NULL,
    "producerId" UUID,
    "language" TEXT NOT NULL,
    "url" TEXT,
    "made" TEXT NOT NULL,
    "public" TEXT,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Snapshot" (
    "id" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "byteLength" INTEGER NOT NULL,
    "mediaType" TEXT NOT NULL,
    "custody" "Custody" NOT NULL,
    "capturedAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceEdge" (
    "id" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "kind" "SourceEdgeKind" NOT NULL,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SourceEdge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "originId" UUID,
    "stance" "Stance" NOT NULL,
    "excerpt" TEXT NOT NULL,
    "excerptLanguage" TEXT NOT NULL,
    "paragraph" INTEGER,
    "charStart" INTEGER,
    "charEnd" INTEGER,
    "noteSv" TEXT NOT NULL,
    "noteEn" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verdict" (
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "rating" "Rating" NOT NULL,
    "conclusionSv" TEXT NOT NULL,
    "conclusionEn" TEXT NOT NULL,
    "frozen" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "previousHash" TEXT,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Verdict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VerdictEvidence" (
    "verdictId" UUID NOT NULL,
    "evidenceId" UUID NOT NULL,
    "rank" INTEGER NOT NULL,

    CONSTRAINT "VerdictEvidence_pkey" PRIMARY KEY ("verdictId","evidenceId")
);

-- CreateTable
CREATE TABLE "Falsifier" (
    "id" UUID NOT NULL,
    "disputeId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "textSv" TEXT NOT NULL,
    "textEn" TEXT NOT NULL,
    "heldBySv" TEXT NOT NULL,
    "heldByEn" TEXT NOT NULL,
    "holderId" UUID,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Falsifier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClaimFalsifier" (
    "claimId" UUID NOT NULL,
    "falsifierId" UUID NOT NULL,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ClaimFalsifier_pkey" PRIMARY KEY ("claimId","falsifierId")
);

-- CreateTable
CREATE TABLE "FalsifierState" (
    "id" UUID NOT NULL,
    "falsifierId" UUID NOT NULL,
    "state" "FalsifierStateKind" NOT NULL,
    "noteSv" TEXT NOT NULL,
    "noteEn" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "FalsifierState_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" UUID NOT NULL,
    "disputeId" UUID NOT NULL,
    "textSv" TEXT NOT NULL,
    "textEn" TEXT NOT NULL,
    "shortSv" TEXT NOT NULL,
    "shortEn" TEXT NOT NULL,
    "actorId" UUID NOT NULL,
    "targetId" UUID,
    "sourceId" UUID NOT NULL,
    "paragraph" INTEGER,
    "happened" TEXT,
    "known" TEXT,
    "dateNoteSv" TEXT,
    "dateNoteEn" TEXT,
    "beforeId" UUID,
    "afterId" UUID,
    "answersId" UUID,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReplyRequest" (
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "reasonNotAskedSv" TEXT,
    "reasonNotAskedEn" TEXT,
    "inSourcesSv" TEXT NOT NULL,
    "inSourcesEn" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReplyRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Asking" (
    "requestId" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "deadline" TIMESTAMPTZ(3) NOT NULL,
    "channel" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Asking_pkey" PRIMARY KEY ("requestId")
);

-- CreateTable
CREATE TABLE "Reply" (
    "id" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Reply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Correction" (
    "id" UUID NOT NULL,
    "disputeId" UUID NOT NULL,
    "claimId" UUID,
    "verdictId" UUID,
    "wrongSv" TEXT NOT NULL,
    "wrongEn" TEXT NOT NULL,
    "foundSv" TEXT NOT NULL,
    "foundEn" TEXT NOT NULL,
    "wrongSince" TIMESTAMPTZ(3) NOT NULL,
    "changesVerdict" BOOLEAN NOT NULL,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LogEntry" (
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "type" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "version" INTEGER,
    "contentHash" TEXT NOT NULL,
    "previousHash" TEXT,
    "hash" TEXT NOT NULL,

    CONSTRAINT "LogEntry_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "Dispute_slug_key" ON "Dispute"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "DisputeWording_disputeId_version_key" ON "DisputeWording"("disputeId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "Party_slug_key" ON "Party"("slug");

-- CreateIndex
CREATE INDEX "Party_partOfId_idx" ON "Party"("partOfId");

-- CreateIndex
CREATE UNIQUE INDEX "PartyWording_partyId_version_key" ON "PartyWording"("partyId", "version");

-- CreateIndex
CREATE INDEX "PartyRole_disputeId_idx" ON "PartyRole"("disputeId");

-- CreateIndex
CREATE INDEX "PartyRole_partyId_idx" ON "PartyRole"("partyId");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_slug_key" ON "Claim"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_disputeId_number_key" ON "Claim"("disputeId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ClaimWording_claimId_version_key" ON "ClaimWording"("claimId", "version");

-- CreateIndex
CREATE INDEX "Interest_partyId_idx" ON "Interest"("partyId");

-- CreateIndex
CREATE UNIQUE INDEX "Interest_claimId_partyId_key" ON "Interest"("claimId", "partyId");

-- CreateIndex
CREATE INDEX "Appearance_claimId_idx" ON "Appearance"("claimId");

-- CreateIndex
CREATE INDEX "Appearance_partyId_idx" ON "Appearance"("partyId");

-- CreateIndex
CREATE INDEX "Appearance_sourceId_idx" ON "Appearance"("sourceId");

-- CreateIndex
CREATE INDEX "Relation_toId_idx" ON "Relation"("toId");

-- CreateIndex
CREATE UNIQUE INDEX "Relation_fromId_toId_kind_key" ON "Relation"("fromId", "toId", "kind");

-- CreateIndex
CREATE INDEX "Source_disputeId_idx" ON "Source"("disputeId");

-- CreateIndex
CREATE INDEX "Source_producerId_idx" ON "Source"("producerId");

-- CreateIndex
CREATE UNIQUE INDEX "Snapshot_sourceId_sha256_key" ON "Snapshot"("sourceId", "sha256");

-- CreateIndex
CREATE INDEX "SourceEdge_toId_idx" ON "SourceEdge"("toId");

-- CreateIndex
CREATE UNIQUE INDEX "SourceEdge_fromId_toId_kind_key" ON "SourceEdge"("fromId", "toId", "kind");

-- CreateIndex
CREATE INDEX "Evidence_claimId_idx" ON "Evidence"("claimId");

-- CreateIndex
CREATE INDEX "Evidence_sourceId_idx" ON "Evidence"("sourceId");

-- CreateIndex
CREATE INDEX "Evidence_originId_idx" ON "Evidence"("originId");

-- CreateIndex
CREATE UNIQUE INDEX "Verdict_hash_key" ON "Verdict"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "Verdict_previousHash_key" ON "Verdict"("previousHash");

-- CreateIndex
CREATE UNIQUE INDEX "Verdict_claimId_version_key" ON "Verdict"("claimId", "version");

-- CreateIndex
CREATE INDEX "VerdictEvidence_evidenceId_idx" ON "VerdictEvidence"("evidenceId");

-- CreateIndex
CREATE UNIQUE INDEX "VerdictEvidence_verdictId_rank_key" ON "VerdictEvidence"("verdictId", "rank");

-- CreateIndex
CREATE INDEX "Falsifier_disputeId_idx" ON "Falsifier"("disputeId");

-- CreateIndex
CREATE INDEX "ClaimFalsifier_falsifierId_idx" ON "ClaimFalsifier"("falsifierId");

-- CreateIndex
CREATE INDEX "FalsifierState_falsifierId_idx" ON "FalsifierState"("falsifierId");

-- CreateIndex
CREATE INDEX "Event_disputeId_idx" ON "Event"("disputeId");

-- CreateIndex
CREATE INDEX "ReplyRequest_partyId_idx" ON "ReplyRequest"("partyId");

-- CreateIndex
CREATE UNIQUE INDEX "ReplyRequest_claimId_partyId_key" ON "ReplyRequest"("claimId", "partyId");

-- CreateIndex
CREATE INDEX "Reply_requestId_idx" ON "Reply"("requestId");

-- CreateIndex
CREATE INDEX "Correction_disputeId_idx" ON "Correction"("disputeId");

-- CreateIndex
CREATE INDEX "Correction_claimId_idx" ON "Correction"("claimId");

-- CreateIndex
CREATE INDEX "Correction_verdictId_idx" ON "Correction"("verdictId");

-- CreateIndex
CREATE UNIQUE INDEX "LogEntry_previousHash_key" ON "LogEntry"("previousHash");

-- CreateIndex
CREATE UNIQUE INDEX "LogEntry_hash_key" ON "LogEntry"("hash");

-- AddForeignKey
ALTER TABLE "DisputeWording" ADD CONSTRAINT "DisputeWording_disputeId_fkey" FOREIGN KEY ("disputeId") REFERENCES "Dispute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Party" ADD CONSTRAINT "Party_partOfId_fkey" FOREIGN KEY ("partOfId") REFERENCES "Party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PartyWording" ADD CONSTRAINT "PartyWording_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PartyRole" ADD CONSTRAINT "PartyRole_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PartyRole" ADD CONSTRAINT "PartyRole_disputeId_fkey" FOREIGN KEY ("disputeId") REFERENCES "Dispute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_disputeId_fkey" FOREIGN KEY ("disputeId") REFERENCES "Dispute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimWording" ADD CONSTRAINT "ClaimWording_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interest" ADD CONSTRAINT "Interest_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interest" ADD CONSTRAINT "Interest_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appearance" ADD CONSTRAINT "Appearance_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appearance" ADD CONSTRAINT "Appearance_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appearance" ADD CONSTRAINT "Appearance_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relation" ADD CONSTRAINT "Relation_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relation" ADD CONSTRAINT "Relation_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_disputeId_fkey" FOREIGN KEY ("disputeId") REFERENCES "Dispute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_producerId_fkey" FOREIGN KEY ("producerId") REFERENCES "Party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceEdge" ADD CONSTRAINT "SourceEdge_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceEdge" ADD CONSTRAINT "SourceEdge_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_originId_fkey" FOREIGN KEY ("originId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerdictEvidence" ADD CONSTRAINT "VerdictEvidence_verdictId_fkey" FOREIGN KEY ("verdictId") REFERENCES "Verdict"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerdictEvidence" ADD CONSTRAINT "VerdictEvidence_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Falsifier" ADD CONSTRAINT "Falsifier_disputeId_fkey" FOREIGN KEY ("disputeId") REFERENCES "Dispute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Falsifier" ADD CONSTRAINT "Falsifier_holderId_fkey" FOREIGN KEY ("holderId") REFERENCES "Party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimFalsifier" ADD CONSTRAINT "ClaimFalsifier_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimFalsifier" ADD CONSTRAINT "ClaimFalsifier_falsifierId_fkey" FOREIGN KEY ("falsifierId") REFERENCES "Falsifier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FalsifierState" ADD CONSTRAINT "FalsifierState_falsifierId_fkey" FOREIGN KEY ("falsifierId") REFERENCES "Falsifier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_disputeId_fkey" FOREIGN KEY ("disputeId") REFERENCES "Dispute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "Party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_beforeId_fkey" FOREIGN KEY ("beforeId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_afterId_fkey" FOREIGN KEY ("afterId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_answersId_fkey" FOREIGN KEY ("answersId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReplyRequest" ADD CONSTRAINT "ReplyRequest_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReplyRequest" ADD CONSTRAINT "ReplyRequest_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Asking" ADD CONSTRAINT "Asking_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "ReplyRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reply" ADD CONSTRAINT "Reply_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "ReplyRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_disputeId_fkey" FOREIGN KEY ("disputeId") REFERENCES "Dispute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_verdictId_fkey" FOREIGN KEY ("verdictId") REFERENCES "Verdict"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- ---------------------------------------------------------------------------------------------------------
-- What Prisma cannot say. Kept in SQL so that no program, ours included, can get round it.

-- EDTF (ISO 8601-2), the profile of lib/edtf/edtf.ts: years, months, seasons 21-24, days, instants with an
-- offset, each with an optional qualifier ~ ? %, decades (201X) and centuries (20XX), and intervals whose ends
-- may be open ("..") or unknown ("").
CREATE FUNCTION is_edtf_date(value text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  plain text := rtrim(value, '~?%');
  y int; m int; d int;
BEGIN
  IF length(value) - length(plain) > 1 THEN RETURN false; END IF;
  IF plain ~ '^[0-9]{4}$' OR value ~ '^[0-9]{3}X$' OR value ~ '^[0-9]{2}XX$' THEN RETURN true; END IF;
  IF plain ~ '^[0-9]{4}-(0[1-9]|1[0-2]|2[1-4])$' THEN RETURN true; END IF;
  IF plain !~ '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](Z|[+-]([01][0-9]):[0-5][0-9]))?$' THEN
    RETURN false;
  END IF;
  y := substr(plain, 1, 4)::int; m := substr(plain, 6, 2)::int; d := substr(plain, 9, 2)::int;
  RETURN d <= CASE
    WHEN m IN (4, 6, 9, 11) THEN 30
    WHEN m = 2 THEN CASE WHEN (y % 4 = 0 AND y % 100 <> 0) OR y % 400 = 0 THEN 29 ELSE 28 END
    ELSE 31 END;
END $$;

-- With a search path of its own: check constraints also run where there is none, as when a dump is restored.
CREATE FUNCTION is_edtf(value text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE STRICT SET search_path = public, pg_temp AS $$
DECLARE
  slash int := strpos(value, '/');
  first text; last text;
BEGIN
  IF slash = 0 THEN RETURN is_edtf_date(value); END IF;
  first := substr(value, 1, slash - 1); last := substr(value, slash + 1);
  IF first IN ('', '..') AND last IN ('', '..') THEN RETURN false; END IF;
  -- Decades and centuries stand alone: as ends of an interval they belong to a higher level of EDTF.
  IF value LIKE '%X%' THEN RETURN false; END IF;
  RETURN (first IN ('', '..') OR is_edtf_date(first)) AND (last IN ('', '..') OR is_edtf_date(last));
END $$;

ALTER TABLE "PartyRole" ADD CONSTRAINT "PartyRole_held_edtf" CHECK ("held" IS NULL OR is_edtf("held"));
ALTER TABLE "Appearance" ADD CONSTRAINT "Appearance_happened_edtf" CHECK (is_edtf("happened"));
ALTER TABLE "Appearance" ADD CONSTRAINT "Appearance_known_edtf" CHECK (is_edtf("known"));
ALTER TABLE "Event" ADD CONSTRAINT "Event_happened_edtf" CHECK ("happened" IS NULL OR is_edtf("happened"));
ALTER TABLE "Event" ADD CONSTRAINT "Event_known_edtf" CHECK ("known" IS NULL OR is_edtf("known"));
ALTER TABLE "Source" ADD CONSTRAINT "Source_made_edtf" CHECK (is_edtf("made"));
ALTER TABLE "Source" ADD CONSTRAINT "Source_public_edtf" CHECK ("public" IS NULL OR is_edtf("public"));

-- An undated event must say what it came before or after.
ALTER TABLE "Event" ADD CONSTRAINT "Event_placed" CHECK ("happened" IS NOT NULL OR "beforeId" IS NOT NULL OR "afterId" IS NOT NULL);
ALTER TABLE "Event" ADD CONSTRAINT "Event_not_itself" CHECK ("beforeId" <> "id" AND "afterId" <> "id" AND "answersId" <> "id");
ALTER TABLE "Relation" ADD CONSTRAINT "Relation_not_itself" CHECK ("fromId" <> "toId");
ALTER TABLE "SourceEdge" ADD CONSTRAINT "SourceEdge_not_itself" CHECK ("fromId" <> "toId");
ALTER TABLE "Party" ADD CONSTRAINT "Party_not_itself" CHECK ("partOfId" <> "id");
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_number" CHECK ("number" >= 1);
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_locator" CHECK (("charStart" IS NULL) = ("charEnd" IS NULL) AND ("charStart" IS NULL OR ("charStart" >= 0 AND "charEnd" > "charStart")));
ALTER TABLE "Appearance" ADD CONSTRAINT "Appearance_locator" CHECK (("charStart" IS NULL) = ("charEnd" IS NULL) AND ("charStart" IS NULL OR ("charStart" >= 0 AND "charEnd" > "charStart")));
ALTER TABLE "Appearance" ADD CONSTRAINT "Appearance_quote_language" CHECK (("quote" IS NULL) = ("quoteLanguage" IS NULL));
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$' AND "byteLength" >= 0);
ALTER TABLE "Asking" ADD CONSTRAINT "Asking_deadline" CHECK ("deadline" > "askedAt");
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$');
-- The first version has no predecessor; every later one names it.
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_chain" CHECK ("version" >= 1 AND ("version" = 1) = ("previousHash" IS NULL));
ALTER TABLE "LogEntry" ADD CONSTRAINT "LogEntry_chain" CHECK ("seq" >= 0 AND ("seq" = 0) = ("previousHash" IS NULL));

-- Published rows are never changed. A draft may be edited, deleted, or published by setting "publishedAt".
CREATE FUNCTION refuse_change_of_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."publishedAt" IS NOT NULL THEN
    RAISE EXCEPTION 'A published row of % is never changed or deleted: publish a new one', TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "Dispute_published" BEFORE UPDATE OR DELETE ON "Dispute" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "DisputeWording_published" BEFORE UPDATE OR DELETE ON "DisputeWording" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "Party_published" BEFORE UPDATE OR DELETE ON "Party" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "PartyWording_published" BEFORE UPDATE OR DELETE ON "PartyWording" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "PartyRole_published" BEFORE UPDATE OR DELETE ON "PartyRole" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "Claim_published" BEFORE UPDATE OR DELETE ON "Claim" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "ClaimWording_published" BEFORE UPDATE OR DELETE ON "ClaimWording" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "Interest_published" BEFORE UPDATE OR DELETE ON "Interest" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "Appearance_published" BEFORE UPDATE OR DELETE ON "Appearance" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "Relation_published" BEFORE UPDATE OR DELETE ON "Relation" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "Source_published" BEFORE UPDATE OR DELETE ON "Source" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "Snapshot_published" BEFORE UPDATE OR DELETE ON "Snapshot" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "SourceEdge_published" BEFORE UPDATE OR DELETE ON "SourceEdge" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "Evidence_published" BEFORE UPDATE OR DELETE ON "Evidence" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "Falsifier_published" BEFORE UPDATE OR DELETE ON "Falsifier" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "ClaimFalsifier_published" BEFORE UPDATE OR DELETE ON "ClaimFalsifier" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "FalsifierState_published" BEFORE UPDATE OR DELETE ON "FalsifierState" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "Event_published" BEFORE UPDATE OR DELETE ON "Event" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "ReplyRequest_published" BEFORE UPDATE OR DELETE ON "ReplyRequest" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "Asking_published" BEFORE UPDATE OR DELETE ON "Asking" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "Reply_published" BEFORE UPDATE OR DELETE ON "Reply" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "Correction_published" BEFORE UPDATE OR DELETE ON "Correction" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "Verdict_published" BEFORE UPDATE OR DELETE ON "Verdict" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "VerdictEvidence_published" BEFORE UPDATE OR DELETE ON "VerdictEvidence" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "LogEntry_published" BEFORE UPDATE OR DELETE ON "LogEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Dispute_truncate" BEFORE TRUNCATE ON "Dispute" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "DisputeWording_truncate" BEFORE TRUNCATE ON "DisputeWording" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Party_truncate" BEFORE TRUNCATE ON "Party" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "PartyWording_truncate" BEFORE TRUNCATE ON "PartyWording" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "PartyRole_truncate" BEFORE TRUNCATE ON "PartyRole" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Claim_truncate" BEFORE TRUNCATE ON "Claim" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ClaimWording_truncate" BEFORE TRUNCATE ON "ClaimWording" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Interest_truncate" BEFORE TRUNCATE ON "Interest" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Appearance_truncate" BEFORE TRUNCATE ON "Appearance" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Relation_truncate" BEFORE TRUNCATE ON "Relation" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Source_truncate" BEFORE TRUNCATE ON "Source" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Snapshot_truncate" BEFORE TRUNCATE ON "Snapshot" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "SourceEdge_truncate" BEFORE TRUNCATE ON "SourceEdge" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Evidence_truncate" BEFORE TRUNCATE ON "Evidence" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Falsifier_truncate" BEFORE TRUNCATE ON "Falsifier" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ClaimFalsifier_truncate" BEFORE TRUNCATE ON "ClaimFalsifier" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "FalsifierState_truncate" BEFORE TRUNCATE ON "FalsifierState" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Event_truncate" BEFORE TRUNCATE ON "Event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ReplyRequest_truncate" BEFORE TRUNCATE ON "ReplyRequest" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Asking_truncate" BEFORE TRUNCATE ON "Asking" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Reply_truncate" BEFORE TRUNCATE ON "Reply" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Correction_truncate" BEFORE TRUNCATE ON "Correction" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Verdict_truncate" BEFORE TRUNCATE ON "Verdict" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "VerdictEvidence_truncate" BEFORE TRUNCATE ON "VerdictEvidence" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "LogEntry_truncate" BEFORE TRUNCATE ON "LogEntry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A verdict follows its predecessor: dense versions, linked by hash, later in time.
CREATE FUNCTION check_verdict_succession() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before record;
BEGIN
  SELECT "version", "hash", "publishedAt" INTO before FROM "Verdict" WHERE "claimId" = NEW."claimId" ORDER BY "version" DESC LIMIT 1;
  IF NEW."version" <> coalesce(before."version", 0) + 1 OR NEW."previousHash" IS DISTINCT FROM before."hash"
     OR NEW."publishedAt" < before."publishedAt" THEN
    RAISE EXCEPTION 'Version % does not follow version % of this claim', NEW."version", coalesce(before."version", 0)
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Verdict_succession" BEFORE INSERT ON "Verdict" FOR EACH ROW EXECUTE FUNCTION check_verdict_succession();

-- The evidence index of a verdict holds what the frozen document holds, no more.
CREATE FUNCTION check_verdict_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "Verdict" v, jsonb_array_elements(v."frozen" -> 'evidence') e
    WHERE v."id" = NEW."verdictId" AND e ->> 'id' = NEW."evidenceId"::text
  ) THEN
    RAISE EXCEPTION 'Evidence % is not in the frozen verdict', NEW."evidenceId" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "VerdictEvidence_frozen" BEFORE INSERT ON "VerdictEvidence" FOR EACH ROW EXECUTE FUNCTION check_verdict_evidence();

-- The log is dense, linked and never goes back in time.
CREATE FUNCTION check_log_succession() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before record;
BEGIN
  SELECT "seq", "hash", "at" INTO before FROM "LogEntry" ORDER BY "seq" DESC LIMIT 1;
  IF NEW."seq" <> coalesce(before."seq", -1) + 1 OR NEW."previousHash" IS DISTINCT FROM before."hash" OR NEW."at" < before."at" THEN
    RAISE EXCEPTION 'Log entry % does not follow entry %', NEW."seq", coalesce(before."seq", -1) USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
-- Whoever keeps pages made from the record is told when it has changed, once the change is there to be read.
CREATE FUNCTION tell_of_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('record_published', NEW."seq"::text);
  RETURN NULL;
END $$;
CREATE TRIGGER "LogEntry_tell" AFTER INSERT ON "LogEntry" FOR EACH ROW EXECUTE FUNCTION tell_of_publication();
CREATE TRIGGER "LogEntry_succession" BEFORE INSERT ON "LogEntry" FOR EACH ROW EXECUTE FUNCTION check_log_succession();

-- Search: Swedish and English stems in one vector. The functions are named so that index and query cannot differ.
-- Accents that Swedish and English readers leave out when they type; å, ä and ö are letters of their own and stay.
-- Written out in search_vector too: a function that an index uses is run without a search path.
CREATE FUNCTION search_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT translate(coalesce(words, ''), 'éèêëáàâüúùíìóòñçÉÈÊËÁÀÂÜÚÙÍÌÓÒÑÇ', 'eeeeaaauuuiioonceeeeaaauuuiioonc')
$$;
CREATE FUNCTION search_vector(sv text, en text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT to_tsvector('pg_catalog.swedish', translate(coalesce(sv, ''), 'éèêëáàâüúùíìóòñçÉÈÊËÁÀÂÜÚÙÍÌÓÒÑÇ', 'eeeeaaauuuiioonceeeeaaauuuiioonc'))
    || to_tsvector('pg_catalog.english', translate(coalesce(en, ''), 'éèêëáàâüúùíìóòñçÉÈÊËÁÀÂÜÚÙÍÌÓÒÑÇ', 'eeeeaaauuuiioonceeeeaaauuuiioonc'))
$$;
CREATE INDEX "ClaimWording_search" ON "ClaimWording" USING gin (search_vector("textSv", "textEn"));
CREATE INDEX "Verdict_search" ON "Verdict" USING gin (search_vector("conclusionSv", "conclusionEn"));
CREATE INDEX "PartyWording_search" ON "PartyWording" USING gin (search_vector("nameSv", "nameEn"));
CREATE INDEX "Evidence_search" ON "Evidence" USING gin (search_vector("excerpt" || ' ' || "noteSv", "noteEn"));
