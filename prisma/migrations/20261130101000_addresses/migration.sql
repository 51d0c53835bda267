-- A published dispute, claim or party can have another address. The one it had leads there for ever, and is nobody else's.
CREATE TABLE "Address" (
    "id" UUID NOT NULL,
    "table" TEXT NOT NULL,
    "rowId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "previous" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Address_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Address_rowId_idx" ON "Address"("rowId");
CREATE INDEX "Address_previous_idx" ON "Address"("previous");
ALTER TABLE "Address" ADD CONSTRAINT "Address_table" CHECK ("table" IN ('Claim', 'Dispute', 'Party'));
ALTER TABLE "Address" ADD CONSTRAINT "Address_other" CHECK ("slug" <> "previous" AND "slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
-- One change of an address is proposed at a time.
CREATE UNIQUE INDEX "Address_one_draft" ON "Address" ("table", "rowId") WHERE "publishedAt" IS NULL;

-- A published row has another slug where its newest published address says so.
CREATE FUNCTION refuse_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."publishedAt" IS NOT NULL AND NOT EXISTS (
    SELECT FROM "Address" a
     WHERE a."table" = TG_TABLE_NAME AND a."rowId" = OLD."id" AND a."publishedAt" IS NOT NULL
       AND a."previous" = OLD."slug" AND a."slug" = NEW."slug"
       AND NOT EXISTS (SELECT FROM "Address" n WHERE n."rowId" = a."rowId" AND n."publishedAt" IS NOT NULL
                          AND (n."publishedAt", n."id") > (a."publishedAt", a."id"))
  ) THEN
    RAISE EXCEPTION 'A published row of % has its address until a published change of it', TG_TABLE_NAME USING ERRCODE = 'BE001';
  END IF;
  RETURN NEW;
END $$;

-- What once was an address of one row is no other's, so that what was linked leads where it led.
CREATE FUNCTION refuse_address_of_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "Address" a WHERE a."table" = TG_TABLE_NAME AND a."previous" = NEW."slug" AND a."rowId" <> NEW."id" AND a."publishedAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'The address % has been another''s', NEW."slug" USING ERRCODE = '23505';
  END IF;
  RETURN NEW;
END $$;

-- A published row of these tables may change as before, or in its slug alone.
DO $$
DECLARE
  named text;
BEGIN
  FOREACH named IN ARRAY ARRAY['Claim', 'Dispute', 'Party'] LOOP
    EXECUTE format('DROP TRIGGER %I ON %I', named || '_published', named);
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published()', named || '_published_stays', named);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW WHEN (OLD."slug" = NEW."slug" OR to_jsonb(OLD) - ''slug'' <> to_jsonb(NEW) - ''slug'') EXECUTE FUNCTION refuse_change_of_published()', named || '_published', named);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW WHEN (OLD."slug" <> NEW."slug" AND to_jsonb(OLD) - ''slug'' = to_jsonb(NEW) - ''slug'') EXECUTE FUNCTION refuse_move()', named || '_moves', named);
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE OF "slug" ON %I FOR EACH ROW EXECUTE FUNCTION refuse_address_of_another()', named || '_address', named);
  END LOOP;
END $$;

CREATE TRIGGER "Address_published" BEFORE UPDATE OR DELETE ON "Address" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "Address_truncate" BEFORE TRUNCATE ON "Address" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Address_remember" AFTER INSERT OR UPDATE OR DELETE ON "Address" FOR EACH ROW EXECUTE FUNCTION remember_change();
CREATE TRIGGER "Address_backdated" BEFORE INSERT OR UPDATE ON "Address" FOR EACH ROW EXECUTE FUNCTION refuse_backdated();

-- A row becomes public at a moment; a change that leaves that moment alone makes nothing public.
CREATE OR REPLACE FUNCTION refuse_backdated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last timestamptz;
BEGIN
  IF NEW."publishedAt" IS NOT NULL AND (TG_OP = 'INSERT' OR OLD."publishedAt" IS DISTINCT FROM NEW."publishedAt") THEN
    SELECT "at" INTO last FROM "LogEntry" ORDER BY "seq" DESC LIMIT 1;
    IF NEW."publishedAt" < last THEN
      RAISE EXCEPTION 'A row of % would be public from before the last entry of the log', TG_TABLE_NAME USING ERRCODE = 'BE012';
    END IF;
  END IF;
  RETURN NEW;
END $$;
