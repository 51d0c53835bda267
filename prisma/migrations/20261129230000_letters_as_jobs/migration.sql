-- When a letter is tried next is the queue's to know (docs/decisions/0014-jobs.md). Letters that wait get their jobs when
-- the worker starts.
DROP INDEX "Letter_state_tryAt_idx";
ALTER TABLE "Letter" DROP COLUMN "tryAt";
CREATE INDEX "Letter_state_idx" ON "Letter"("state");
