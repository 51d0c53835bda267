-- In how many other places of the copy the words of a passage stand. With no copy named beside it, nobody has said which of
-- them is meant: such a passage is a draft, and no reason excuses it.
ALTER TABLE "Evidence" ADD COLUMN "otherPlaces" INTEGER;
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_otherPlaces" CHECK ("otherPlaces" >= 0);
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_place_meant" CHECK (
  "snapshotId" IS NOT NULL OR "otherPlaces" IS NULL OR ("publishedAt" IS NULL AND "uncheckedSv" = '' AND "uncheckedEn" = '')
);
