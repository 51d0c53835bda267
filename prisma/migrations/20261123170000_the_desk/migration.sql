-- CreateEnum
CREATE TYPE "IdentifierScheme" AS ENUM ('wikidata', 'organisation_number', 'website');

-- CreateEnum
CREATE TYPE "ReviewKind" AS ENUM ('submitted', 'changes_requested', 'withdrawn', 'published');

-- CreateEnum
CREATE TYPE "ObjectionTarget" AS ENUM ('sentence', 'evidence', 'other');

-- CreateEnum
CREATE TYPE "ObjectionDecision" AS ENUM ('upheld', 'partly_upheld', 'not_upheld');

-- CreateEnum
CREATE TYPE "TipDecision" AS ENUM ('taken_up', 'set_aside');

-- AlterTable
ALTER TABLE "Appearance" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Asking" ADD COLUMN     "language" TEXT NOT NULL DEFAULT 'sv',
ADD COLUMN     "question" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "sentTo" TEXT;

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "ClaimWording" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Correction" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "DisputeWording" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Falsifier" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "PartyRole" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "PartyWording" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "ReplyRequest" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "PartyIdentifier" (
    "id" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "scheme" "IdentifierScheme" NOT NULL,
    "value" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PartyIdentifier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Withdrawal" (
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "verdictId" UUID NOT NULL,
    "reasonSv" TEXT NOT NULL,
    "reasonEn" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Withdrawal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Imprint" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "responsiblePublisher" TEXT NOT NULL,
    "complaints" TEXT NOT NULL,
    "appealSv" TEXT NOT NULL,
    "appealEn" TEXT NOT NULL,
    "ratingNames" JSONB NOT NULL,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Imprint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VerdictDraft" (
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "authors" TEXT[],
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "VerdictDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" UUID NOT NULL,
    "draftId" UUID NOT NULL,
    "kind" "ReviewKind" NOT NULL,
    "revision" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReplyLink" (
    "id" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReplyLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SubmittedReply" (
    "id" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "linkId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "signedBy" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "accepted" BOOLEAN,
    "note" TEXT,
    "decidedBy" TEXT,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SubmittedReply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Objection" (
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "target" "ObjectionTarget" NOT NULL,
    "evidenceId" UUID,
    "sentence" TEXT,
    "version" INTEGER,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "contact" TEXT,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Objection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ObjectionOutcome" (
    "objectionId" UUID NOT NULL,
    "decision" "ObjectionDecision" NOT NULL,
    "summarySv" TEXT NOT NULL,
    "summaryEn" TEXT NOT NULL,
    "reasonSv" TEXT NOT NULL,
    "reasonEn" TEXT NOT NULL,
    "correctionId" UUID,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ObjectionOutcome_pkey" PRIMARY KEY ("objectionId")
);

-- CreateTable
CREATE TABLE "Tip" (
    "id" UUID NOT NULL,
    "disputeId" UUID,
    "claimId" UUID,
    "text" TEXT NOT NULL,
    "url" TEXT,
    "language" TEXT NOT NULL,
    "contact" TEXT,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decision" "TipDecision",
    "note" TEXT,
    "decidedBy" TEXT,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Tip_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Change" (
    "seq" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "table" TEXT NOT NULL,
    "rowId" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "Change_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "Submission" (
    "key" UUID NOT NULL,
    "sender" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "answer" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Autosave" (
    "member" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "fields" JSONB NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Autosave_pkey" PRIMARY KEY ("member","form")
);

-- CreateIndex
CREATE UNIQUE INDEX "PartyIdentifier_partyId_scheme_value_key" ON "PartyIdentifier"("partyId", "scheme", "value");

-- CreateIndex
CREATE UNIQUE INDEX "Withdrawal_verdictId_key" ON "Withdrawal"("verdictId");

-- CreateIndex
CREATE INDEX "Withdrawal_claimId_idx" ON "Withdrawal"("claimId");

-- CreateIndex
CREATE UNIQUE INDEX "Imprint_version_key" ON "Imprint"("version");

-- CreateIndex
CREATE INDEX "VerdictDraft_claimId_idx" ON "VerdictDraft"("claimId");

-- CreateIndex
CREATE INDEX "Review_draftId_idx" ON "Review"("draftId");

-- CreateIndex
CREATE UNIQUE INDEX "ReplyLink_tokenHash_key" ON "ReplyLink"("tokenHash");

-- CreateIndex
CREATE INDEX "ReplyLink_requestId_idx" ON "ReplyLink"("requestId");

-- CreateIndex
CREATE INDEX "SubmittedReply_requestId_idx" ON "SubmittedReply"("requestId");

-- CreateIndex
CREATE INDEX "Objection_claimId_idx" ON "Objection"("claimId");

-- CreateIndex
CREATE INDEX "Objection_evidenceId_idx" ON "Objection"("evidenceId");

-- CreateIndex
CREATE INDEX "ObjectionOutcome_correctionId_idx" ON "ObjectionOutcome"("correctionId");

-- CreateIndex
CREATE INDEX "Tip_disputeId_idx" ON "Tip"("disputeId");

-- CreateIndex
CREATE INDEX "Tip_claimId_idx" ON "Tip"("claimId");

-- CreateIndex
CREATE INDEX "Change_table_rowId_idx" ON "Change"("table", "rowId");

-- CreateIndex
CREATE INDEX "Change_at_idx" ON "Change"("at");

-- CreateIndex
CREATE INDEX "Submission_at_idx" ON "Submission"("at");

-- AddForeignKey
ALTER TABLE "PartyIdentifier" ADD CONSTRAINT "PartyIdentifier_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Withdrawal" ADD CONSTRAINT "Withdrawal_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Withdrawal" ADD CONSTRAINT "Withdrawal_verdictId_fkey" FOREIGN KEY ("verdictId") REFERENCES "Verdict"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerdictDraft" ADD CONSTRAINT "VerdictDraft_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "VerdictDraft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReplyLink" ADD CONSTRAINT "ReplyLink_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "ReplyRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubmittedReply" ADD CONSTRAINT "SubmittedReply_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "ReplyRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubmittedReply" ADD CONSTRAINT "SubmittedReply_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "ReplyLink"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ObjectionOutcome" ADD CONSTRAINT "ObjectionOutcome_objectionId_fkey" FOREIGN KEY ("objectionId") REFERENCES "Objection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ObjectionOutcome" ADD CONSTRAINT "ObjectionOutcome_correctionId_fkey" FOREIGN KEY ("correctionId") REFERENCES "Correction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tip" ADD CONSTRAINT "Tip_disputeId_fkey" FOREIGN KEY ("disputeId") REFERENCES "Dispute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tip" ADD CONSTRAINT "Tip_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- ---------------------------------------------------------------------------------------------------------
-- What Prisma cannot say.

CREATE TRIGGER "PartyIdentifier_published" BEFORE UPDATE OR DELETE ON "PartyIdentifier" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "Withdrawal_published" BEFORE UPDATE OR DELETE ON "Withdrawal" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "ObjectionOutcome_published" BEFORE UPDATE OR DELETE ON "ObjectionOutcome" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "Imprint_published" BEFORE UPDATE OR DELETE ON "Imprint" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "PartyIdentifier_truncate" BEFORE TRUNCATE ON "PartyIdentifier" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Withdrawal_truncate" BEFORE TRUNCATE ON "Withdrawal" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ObjectionOutcome_truncate" BEFORE TRUNCATE ON "ObjectionOutcome" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Imprint_truncate" BEFORE TRUNCATE ON "Imprint" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What somebody outside sent is kept as it came: decided on, never rewritten or thrown away.
CREATE FUNCTION refuse_change_of_received() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW."text" <> OLD."text" OR NEW."receivedAt" <> OLD."receivedAt" THEN
    RAISE EXCEPTION 'What was received in % is never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "SubmittedReply_received" BEFORE UPDATE OR DELETE ON "SubmittedReply" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_received();
CREATE TRIGGER "Objection_received" BEFORE UPDATE OR DELETE ON "Objection" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_received();
CREATE TRIGGER "Tip_received" BEFORE UPDATE OR DELETE ON "Tip" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_received();
CREATE TRIGGER "Review_kept" BEFORE UPDATE OR DELETE ON "Review" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Change_kept" BEFORE UPDATE OR DELETE ON "Change" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Review_truncate" BEFORE TRUNCATE ON "Review" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Change_truncate" BEFORE TRUNCATE ON "Change" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- One verdict of a claim is written at a time.
CREATE UNIQUE INDEX "VerdictDraft_one_open" ON "VerdictDraft" ("claimId") WHERE "closedAt" IS NULL;

ALTER TABLE "Objection" ADD CONSTRAINT "Objection_target" CHECK (("target" = 'evidence') = ("evidenceId" IS NOT NULL) AND ("target" = 'sentence') = ("sentence" IS NOT NULL));
ALTER TABLE "Tip" ADD CONSTRAINT "Tip_decided" CHECK (("decision" IS NULL) = ("decidedAt" IS NULL));
ALTER TABLE "SubmittedReply" ADD CONSTRAINT "SubmittedReply_decided" CHECK (("accepted" IS NULL) = ("decidedAt" IS NULL));
ALTER TABLE "ReplyLink" ADD CONSTRAINT "ReplyLink_token" CHECK ("tokenHash" ~ '^[0-9a-f]{64}$');

-- A draft may lack one language; what is published may not.
CREATE FUNCTION refuse_half_translated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."publishedAt" IS NOT NULL AND EXISTS (
    SELECT FROM jsonb_each_text(to_jsonb(NEW)) sv JOIN jsonb_each_text(to_jsonb(NEW)) en
      ON sv.key ~ 'Sv$' AND en.key = left(sv.key, -2) || 'En'
     WHERE (sv.value = '') <> (en.value = '')
  ) THEN
    RAISE EXCEPTION 'A row of % lacks one of its languages', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "DisputeWording_translated" BEFORE INSERT OR UPDATE ON "DisputeWording" FOR EACH ROW EXECUTE FUNCTION refuse_half_translated();
CREATE TRIGGER "PartyWording_translated" BEFORE INSERT OR UPDATE ON "PartyWording" FOR EACH ROW EXECUTE FUNCTION refuse_half_translated();
CREATE TRIGGER "PartyRole_translated" BEFORE INSERT OR UPDATE ON "PartyRole" FOR EACH ROW EXECUTE FUNCTION refuse_half_translated();
CREATE TRIGGER "ClaimWording_translated" BEFORE INSERT OR UPDATE ON "ClaimWording" FOR EACH ROW EXECUTE FUNCTION refuse_half_translated();
CREATE TRIGGER "Source_translated" BEFORE INSERT OR UPDATE ON "Source" FOR EACH ROW EXECUTE FUNCTION refuse_half_translated();
CREATE TRIGGER "Evidence_translated" BEFORE INSERT OR UPDATE ON "Evidence" FOR EACH ROW EXECUTE FUNCTION refuse_half_translated();
CREATE TRIGGER "Falsifier_translated" BEFORE INSERT OR UPDATE ON "Falsifier" FOR EACH ROW EXECUTE FUNCTION refuse_half_translated();
CREATE TRIGGER "FalsifierState_translated" BEFORE INSERT OR UPDATE ON "FalsifierState" FOR EACH ROW EXECUTE FUNCTION refuse_half_translated();
CREATE TRIGGER "Event_translated" BEFORE INSERT OR UPDATE ON "Event" FOR EACH ROW EXECUTE FUNCTION refuse_half_translated();
CREATE TRIGGER "ReplyRequest_translated" BEFORE INSERT OR UPDATE ON "ReplyRequest" FOR EACH ROW EXECUTE FUNCTION refuse_half_translated();
CREATE TRIGGER "Correction_translated" BEFORE INSERT OR UPDATE ON "Correction" FOR EACH ROW EXECUTE FUNCTION refuse_half_translated();
CREATE TRIGGER "Withdrawal_translated" BEFORE INSERT OR UPDATE ON "Withdrawal" FOR EACH ROW EXECUTE FUNCTION refuse_half_translated();
CREATE TRIGGER "ObjectionOutcome_translated" BEFORE INSERT OR UPDATE ON "ObjectionOutcome" FOR EACH ROW EXECUTE FUNCTION refuse_half_translated();
CREATE TRIGGER "Imprint_translated" BEFORE INSERT OR UPDATE ON "Imprint" FOR EACH ROW EXECUTE FUNCTION refuse_half_translated();

-- The history writes itself. Who does it and by which command stand in the transaction (lib/command.ts).
-- What outsiders left for whoever deals with it, and what opens a link, is not remembered.
CREATE FUNCTION remember_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kept_back text[] := ARRAY['contact', 'signedBy', 'sentTo', 'tokenHash'];
  was jsonb := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE to_jsonb(OLD) - kept_back END;
  is_now jsonb := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE to_jsonb(NEW) - kept_back END;
  one jsonb := coalesce(is_now, was);
BEGIN
  IF was IS NOT DISTINCT FROM is_now THEN RETURN NULL; END IF;
  INSERT INTO "Change" ("actor", "command", "table", "rowId", "before", "after") VALUES (
    coalesce(current_setting('belagt.actor', true), ''),
    coalesce(current_setting('belagt.command', true), ''),
    TG_TABLE_NAME,
    coalesce(one ->> 'id', one ->> 'requestId', one ->> 'objectionId', (one ->> 'claimId') || '/' || (one ->> 'falsifierId')),
    was,
    is_now
  );
  RETURN NULL;
END $$;
CREATE TRIGGER "Dispute_remember" AFTER INSERT OR UPDATE OR DELETE ON "Dispute" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "DisputeWording_remember" AFTER INSERT OR UPDATE OR DELETE ON "DisputeWording" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "Party_remember" AFTER INSERT OR UPDATE OR DELETE ON "Party" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "PartyWording_remember" AFTER INSERT OR UPDATE OR DELETE ON "PartyWording" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "PartyRole_remember" AFTER INSERT OR UPDATE OR DELETE ON "PartyRole" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "PartyIdentifier_remember" AFTER INSERT OR UPDATE OR DELETE ON "PartyIdentifier" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "Claim_remember" AFTER INSERT OR UPDATE OR DELETE ON "Claim" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "ClaimWording_remember" AFTER INSERT OR UPDATE OR DELETE ON "ClaimWording" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "Interest_remember" AFTER INSERT OR UPDATE OR DELETE ON "Interest" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "Appearance_remember" AFTER INSERT OR UPDATE OR DELETE ON "Appearance" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "Relation_remember" AFTER INSERT OR UPDATE OR DELETE ON "Relation" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "Source_remember" AFTER INSERT OR UPDATE OR DELETE ON "Source" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "Snapshot_remember" AFTER INSERT OR UPDATE OR DELETE ON "Snapshot" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "SourceEdge_remember" AFTER INSERT OR UPDATE OR DELETE ON "SourceEdge" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "Evidence_remember" AFTER INSERT OR UPDATE OR DELETE ON "Evidence" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "Falsifier_remember" AFTER INSERT OR UPDATE OR DELETE ON "Falsifier" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "ClaimFalsifier_remember" AFTER INSERT OR UPDATE OR DELETE ON "ClaimFalsifier" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "FalsifierState_remember" AFTER INSERT OR UPDATE OR DELETE ON "FalsifierState" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "Event_remember" AFTER INSERT OR UPDATE OR DELETE ON "Event" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "ReplyRequest_remember" AFTER INSERT OR UPDATE OR DELETE ON "ReplyRequest" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "Asking_remember" AFTER INSERT OR UPDATE OR DELETE ON "Asking" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "Reply_remember" AFTER INSERT OR UPDATE OR DELETE ON "Reply" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "Correction_remember" AFTER INSERT OR UPDATE OR DELETE ON "Correction" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "Withdrawal_remember" AFTER INSERT OR UPDATE OR DELETE ON "Withdrawal" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "ObjectionOutcome_remember" AFTER INSERT OR UPDATE OR DELETE ON "ObjectionOutcome" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "Imprint_remember" AFTER INSERT OR UPDATE OR DELETE ON "Imprint" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "VerdictDraft_remember" AFTER INSERT OR UPDATE OR DELETE ON "VerdictDraft" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "Review_remember" AFTER INSERT OR UPDATE OR DELETE ON "Review" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "ReplyLink_remember" AFTER INSERT OR UPDATE OR DELETE ON "ReplyLink" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "SubmittedReply_remember" AFTER INSERT OR UPDATE OR DELETE ON "SubmittedReply" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "Tip_remember" AFTER INSERT OR UPDATE OR DELETE ON "Tip" FOR EACH ROW EXECUTE FUNCTION remember_change();

-- Whoever keeps pages is told what was published, to make anew those it touches and no others.
CREATE OR REPLACE FUNCTION tell_of_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('record_published', json_build_object('seq', NEW."seq", 'type', NEW."type", 'subject', NEW."subject")::text);
  RETURN NULL;
END $$;
