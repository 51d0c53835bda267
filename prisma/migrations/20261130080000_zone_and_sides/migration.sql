-- A party may stand on no side: whoever made a source, a witness, an authority that only states something.
ALTER TYPE "Side" ADD VALUE 'none';

-- In which hours and days a dispute is told. Whether the zone exists is checked where it is entered: the names are the
-- machine's (lib/core/zone/zone.ts).
ALTER TABLE "DisputeWording" ADD COLUMN "timeZone" TEXT NOT NULL DEFAULT 'Europe/Stockholm'
  CHECK ("timeZone" ~ '^[A-Za-z]+(/[A-Za-z0-9_+-]+){0,2}$');
