-- Where a file had text that nobody sees, or pages that could not be drawn anew, somebody looks at its public copy before all
-- of it is shown; or it is shown as pictures, which hold no more than they show.
ALTER TYPE "Showing" ADD VALUE 'pictures';
ALTER TABLE "Snapshot" ADD COLUMN "lookAt" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[], ADD COLUMN "lookedAt" TIMESTAMPTZ(3);

-- Drafts whose reading said so when they were handed in. What is public stays as it was published.
UPDATE "Snapshot" s SET "lookAt" = f."flags"
  FROM (
    SELECT c."snapshotId", array_agg(DISTINCT flag) AS "flags"
      FROM "Capture" c, jsonb_array_elements_text(c."found" -> 'flags') flag
     WHERE jsonb_typeof(c."found" -> 'flags') = 'array' AND flag IN ('has-hidden-text', 'pages-as-pictures')
     GROUP BY c."snapshotId"
  ) f
 WHERE f."snapshotId" = s."id" AND s."publishedAt" IS NULL AND s."showing" = 'excerpts';

ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_looked_at" CHECK (
  "showing" <> 'whole' OR "lookAt" = '{}' OR "lookedAt" IS NOT NULL
);
