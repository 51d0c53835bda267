-- Drafts of a dispute that somebody says are ready for another to read, and what came of it. The newest row about the same
-- is its state; none is changed.
CREATE TABLE "Handover" (
    "id" UUID NOT NULL,
    "disputeId" UUID NOT NULL,
    "about" TEXT NOT NULL,
    "drafts" TEXT[],
    "kind" "ReviewKind" NOT NULL,
    "note" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Handover_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "Handover_disputeId_about_idx" ON "Handover"("disputeId", "about");

CREATE TRIGGER "Handover_kept" BEFORE UPDATE OR DELETE ON "Handover" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Handover_truncate" BEFORE TRUNCATE ON "Handover" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
