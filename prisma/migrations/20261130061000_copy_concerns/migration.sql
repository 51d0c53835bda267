-- What speaks against a copy being what was asked for: a question about signing in or cookies, a page that is not there, a
-- redirect to another site or to the front page. Copies made before this have none named.
ALTER TABLE "Snapshot" ADD COLUMN "concerns" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_concerns" CHECK (
  "concerns" <@ ARRAY['login', 'consent', 'gone', 'elsewhere', 'front-page']
);

-- Words that only such a copy has are published with the reason why, as words are that no copy has.
CREATE OR REPLACE FUNCTION refuse_unchecked_quote() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."publishedAt" IS NOT NULL AND NEW."uncheckedSv" = '' AND (
    NEW."snapshotId" IS NULL
    OR EXISTS (SELECT FROM "Snapshot" s WHERE s."id" = NEW."snapshotId" AND s."concerns" <> '{}')
  ) THEN
    RAISE EXCEPTION 'A quotation of % was found in no copy that can carry it, and no reason is given', TG_TABLE_NAME USING ERRCODE = 'BE009';
  END IF;
  RETURN NEW;
END $$;
