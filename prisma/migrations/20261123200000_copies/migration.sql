-- CreateEnum
CREATE TYPE "CaptureMethod" AS ENUM ('fetch', 'upload');

-- CreateEnum
CREATE TYPE "CaptureState" AS ENUM ('waiting', 'working', 'done', 'failed');

-- CreateEnum
CREATE TYPE "Showing" AS ENUM ('excerpts', 'whole');

-- CreateEnum
CREATE TYPE "DkimState" AS ENUM ('verified', 'verified_other_domain', 'not_signed', 'failed', 'key_not_obtainable');

-- CreateEnum
CREATE TYPE "PassageState" AS ENUM ('found', 'moved', 'changed', 'gone', 'unreachable');

-- CreateEnum
CREATE TYPE "AttestationState" AS ENUM ('pending', 'done', 'failed');

-- CreateEnum
CREATE TYPE "TaintCause" AS ENUM ('passage_changed', 'passage_gone', 'source_withdrawn', 'copy_damaged', 'wording_changed');

-- AlterEnum
ALTER TYPE "SourceEdgeKind" ADD VALUE 'attached_to';
ALTER TYPE "SourceEdgeKind" ADD VALUE 'same_producer';

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "page" INTEGER,
ADD COLUMN     "prefix" TEXT,
ADD COLUMN     "snapshotId" UUID,
ADD COLUMN     "suffix" TEXT,
ADD COLUMN     "uncheckedEn" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "uncheckedSv" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Snapshot" ADD COLUMN     "fileName" TEXT,
ADD COLUMN     "handedOverById" UUID,
ADD COLUMN     "publicSha256" TEXT,
ADD COLUMN     "showing" "Showing" NOT NULL DEFAULT 'excerpts',
ADD COLUMN     "showingReasonEn" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "showingReasonSv" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "SnapshotPage" (
    "snapshotId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "SnapshotPage_pkey" PRIMARY KEY ("snapshotId","number")
);

-- CreateTable
CREATE TABLE "Message" (
    "snapshotId" UUID NOT NULL,
    "messageId" TEXT,
    "inReplyTo" TEXT,
    "references" TEXT[],
    "from" TEXT NOT NULL,
    "to" TEXT[],
    "cc" TEXT[],
    "subject" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "dkim" "DkimState" NOT NULL,
    "dkimDomain" TEXT,
    "dkimFound" JSONB NOT NULL,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("snapshotId")
);

-- CreateTable
CREATE TABLE "Capture" (
    "id" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "method" "CaptureMethod" NOT NULL,
    "url" TEXT,
    "state" "CaptureState" NOT NULL DEFAULT 'waiting',
    "progress" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "detail" TEXT,
    "found" JSONB,
    "recordSha256" TEXT,
    "warcSha256" TEXT,
    "snapshotId" UUID,
    "requestedBy" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Capture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Timestamp" (
    "id" UUID NOT NULL,
    "snapshotId" UUID NOT NULL,
    "authority" TEXT NOT NULL,
    "state" "AttestationState" NOT NULL DEFAULT 'pending',
    "at" TIMESTAMPTZ(3),
    "tokenSha256" TEXT,
    "trusted" BOOLEAN NOT NULL DEFAULT false,
    "problem" TEXT,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Timestamp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutsideCopy" (
    "id" UUID NOT NULL,
    "snapshotId" UUID NOT NULL,
    "archive" TEXT NOT NULL,
    "state" "AttestationState" NOT NULL DEFAULT 'pending',
    "job" TEXT,
    "url" TEXT,
    "at" TIMESTAMPTZ(3),
    "sameText" BOOLEAN,
    "problem" TEXT,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OutsideCopy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Recheck" (
    "id" UUID NOT NULL,
    "evidenceId" UUID NOT NULL,
    "state" "PassageState" NOT NULL,
    "nearest" TEXT,
    "snapshotId" UUID,
    "publishedAt" TIMESTAMPTZ(3),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Recheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceWithdrawal" (
    "id" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "reasonSv" TEXT NOT NULL,
    "reasonEn" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SourceWithdrawal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BlobFault" (
    "sha256" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "foundAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "mendedAt" TIMESTAMPTZ(3),

    CONSTRAINT "BlobFault_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "Clearance" (
    "id" UUID NOT NULL,
    "verdictId" UUID NOT NULL,
    "cause" "TaintCause" NOT NULL,
    "causeId" UUID NOT NULL,
    "reasonSv" TEXT NOT NULL,
    "reasonEn" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Clearance_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Message_messageId_idx" ON "Message"("messageId");

-- CreateIndex
CREATE INDEX "Capture_sourceId_idx" ON "Capture"("sourceId");

-- CreateIndex
CREATE INDEX "Capture_snapshotId_idx" ON "Capture"("snapshotId");

-- CreateIndex
CREATE UNIQUE INDEX "Timestamp_snapshotId_authority_key" ON "Timestamp"("snapshotId", "authority");

-- CreateIndex
CREATE UNIQUE INDEX "OutsideCopy_snapshotId_archive_key" ON "OutsideCopy"("snapshotId", "archive");

-- CreateIndex
CREATE INDEX "Recheck_evidenceId_idx" ON "Recheck"("evidenceId");

-- CreateIndex
CREATE INDEX "Recheck_snapshotId_idx" ON "Recheck"("snapshotId");

-- CreateIndex
CREATE INDEX "SourceWithdrawal_sourceId_idx" ON "SourceWithdrawal"("sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "Clearance_verdictId_cause_causeId_key" ON "Clearance"("verdictId", "cause", "causeId");

-- CreateIndex
CREATE INDEX "Evidence_snapshotId_idx" ON "Evidence"("snapshotId");

-- CreateIndex
CREATE INDEX "Snapshot_handedOverById_idx" ON "Snapshot"("handedOverById");

-- CreateIndex
CREATE INDEX "Snapshot_sha256_idx" ON "Snapshot"("sha256");

-- AddForeignKey
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_handedOverById_fkey" FOREIGN KEY ("handedOverById") REFERENCES "Party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SnapshotPage" ADD CONSTRAINT "SnapshotPage_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Timestamp" ADD CONSTRAINT "Timestamp_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutsideCopy" ADD CONSTRAINT "OutsideCopy_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recheck" ADD CONSTRAINT "Recheck_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recheck" ADD CONSTRAINT "Recheck_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceWithdrawal" ADD CONSTRAINT "SourceWithdrawal_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Clearance" ADD CONSTRAINT "Clearance_verdictId_fkey" FOREIGN KEY ("verdictId") REFERENCES "Verdict"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------
-- What Prisma cannot say.

-- The text of a copy is what quotes are positions in: it is thrown away with a draft copy, never changed.
CREATE FUNCTION refuse_change_of_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' OR EXISTS (SELECT FROM "Snapshot" s WHERE s."id" = OLD."snapshotId" AND s."publishedAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'Rows of % are never changed, nor deleted once their copy is public', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER "SnapshotPage_kept" BEFORE UPDATE OR DELETE ON "SnapshotPage" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_text();
CREATE TRIGGER "Message_kept" BEFORE UPDATE OR DELETE ON "Message" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_text();
CREATE TRIGGER "SnapshotPage_truncate" BEFORE TRUNCATE ON "SnapshotPage" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Message_truncate" BEFORE TRUNCATE ON "Message" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER "SourceWithdrawal_published" BEFORE UPDATE OR DELETE ON "SourceWithdrawal" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "Clearance_published" BEFORE UPDATE OR DELETE ON "Clearance" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "Recheck_published" BEFORE UPDATE OR DELETE ON "Recheck" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "SourceWithdrawal_truncate" BEFORE TRUNCATE ON "SourceWithdrawal" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Clearance_truncate" BEFORE TRUNCATE ON "Clearance" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Recheck_truncate" BEFORE TRUNCATE ON "Recheck" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "SourceWithdrawal_translated" BEFORE INSERT OR UPDATE ON "SourceWithdrawal" FOR EACH ROW EXECUTE FUNCTION refuse_half_translated();
CREATE TRIGGER "Clearance_translated" BEFORE INSERT OR UPDATE ON "Clearance" FOR EACH ROW EXECUTE FUNCTION refuse_half_translated();
CREATE TRIGGER "Snapshot_translated" BEFORE INSERT OR UPDATE ON "Snapshot" FOR EACH ROW EXECUTE FUNCTION refuse_half_translated();
CREATE TRIGGER "SourceWithdrawal_remember" AFTER INSERT OR UPDATE OR DELETE ON "SourceWithdrawal" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "Clearance_remember" AFTER INSERT OR UPDATE OR DELETE ON "Clearance" FOR EACH ROW EXECUTE FUNCTION remember_change();

ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_public_sha256" CHECK ("publicSha256" ~ '^[0-9a-f]{64}$' AND "publicSha256" <> "sha256");
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_progress" CHECK ("progress" BETWEEN 0 AND 100);
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_finished" CHECK (("state" IN ('done', 'failed')) = ("finishedAt" IS NOT NULL));
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_quote" CHECK (
  ("snapshotId" IS NULL) = ("page" IS NULL) AND ("snapshotId" IS NULL) = ("prefix" IS NULL)
  AND ("snapshotId" IS NULL) = ("suffix" IS NULL) AND ("snapshotId" IS NULL OR "charStart" IS NOT NULL)
);
ALTER TABLE "Timestamp" ADD CONSTRAINT "Timestamp_done" CHECK (("state" = 'done') = ("at" IS NOT NULL AND "tokenSha256" IS NOT NULL));
ALTER TABLE "OutsideCopy" ADD CONSTRAINT "OutsideCopy_done" CHECK ("state" <> 'done' OR "url" IS NOT NULL);

-- A source is fetched once at a time.
CREATE UNIQUE INDEX "Capture_one_at_work" ON "Capture" ("sourceId") WHERE "method" = 'fetch' AND "state" IN ('waiting', 'working');

-- Words are published as a quotation when a copy has them, or with the reason why no copy is known to.
CREATE FUNCTION refuse_unchecked_quote() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."publishedAt" IS NOT NULL AND NEW."snapshotId" IS NULL AND NEW."uncheckedSv" = '' THEN
    RAISE EXCEPTION 'A quotation of % was found in no copy, and no reason is given', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Evidence_quoted" BEFORE INSERT OR UPDATE ON "Evidence" FOR EACH ROW EXECUTE FUNCTION refuse_unchecked_quote();
