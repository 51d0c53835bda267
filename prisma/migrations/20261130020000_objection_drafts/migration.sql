-- An answer to an objection is a draft until somebody else publishes it, and words that the rules ask about stand with a reason.
ALTER TABLE "ObjectionOutcome"
  ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "wordingReasonSv" TEXT,
  ADD COLUMN "wordingReasonEn" TEXT;
