-- A correction in prose can be about one row of the record, and is shown there too.
ALTER TABLE "Correction" ADD COLUMN "aboutTable" TEXT, ADD COLUMN "aboutId" UUID;
CREATE INDEX "Correction_aboutId_idx" ON "Correction"("aboutId");
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_about" CHECK (("aboutTable" IS NULL) = ("aboutId" IS NULL));

-- A verdict is to be looked at again when a fact that it rests on has been corrected.
ALTER TYPE "TaintCause" ADD VALUE 'fact_corrected';
