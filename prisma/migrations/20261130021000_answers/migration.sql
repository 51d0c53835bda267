-- Who has seen a party's private link. Whoever has can write in the party's name by it, and does not publish what comes.
ALTER TABLE "Letter" ADD COLUMN "guarded" BOOLEAN NOT NULL DEFAULT false;
UPDATE "Letter" SET "guarded" = true WHERE "linkHash" IN (SELECT "tokenHash" FROM "ReplyLink");
CREATE TABLE "LinkShown" (
    "linkHash" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LinkShown_pkey" PRIMARY KEY ("linkHash", "memberId")
);
CREATE TRIGGER "LinkShown_kept" BEFORE UPDATE OR DELETE ON "LinkShown" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "LinkShown_truncate" BEFORE TRUNCATE ON "LinkShown" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Since when the party has its link. A question that lies at the desk has been put to nobody.
ALTER TABLE "ReplyLink" ADD COLUMN "sentAt" TIMESTAMPTZ(3);
UPDATE "ReplyLink" l SET "sentAt" = coalesce((SELECT min(e."sentAt") FROM "Letter" e WHERE e."linkHash" = l."tokenHash"), l."createdAt")
 WHERE NOT EXISTS (SELECT FROM "Letter" e WHERE e."linkHash" = l."tokenHash" AND e."state" <> 'sent');
CREATE FUNCTION note_sent_link() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "ReplyLink" SET "sentAt" = NEW."sentAt" WHERE "tokenHash" = NEW."linkHash" AND "sentAt" IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER "Letter_sent" AFTER UPDATE ON "Letter" FOR EACH ROW
  WHEN (NEW."state" = 'sent' AND OLD."state" <> 'sent' AND NEW."linkHash" IS NOT NULL) EXECUTE FUNCTION note_sent_link();

-- How an answer came, and who published it.
CREATE TYPE "ReplyWay" AS ENUM ('link', 'email', 'letter', 'telephone', 'other');
ALTER TABLE "Reply"
  ADD COLUMN "way" "ReplyWay" NOT NULL DEFAULT 'other',
  ADD COLUMN "publisherSv" TEXT,
  ADD COLUMN "publisherEn" TEXT;
CREATE TRIGGER "Reply_translated" BEFORE INSERT OR UPDATE ON "Reply" FOR EACH ROW EXECUTE FUNCTION refuse_half_translated();
-- What is public is not changed: of those that came by a link this is said for the first time.
ALTER TABLE "Reply" DISABLE TRIGGER USER;
UPDATE "Reply" r SET "way" = 'link' FROM "SubmittedReply" s
 WHERE s."requestId" = r."requestId" AND s."accepted" AND s."text" = r."text" AND s."receivedAt" = r."receivedAt";
ALTER TABLE "Reply" ENABLE TRIGGER USER;

-- That an answer is not published is public, with the reason, and takes two people. Those that one person has left
-- unpublished are undecided again.
CREATE TABLE "Declining" (
    "id" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "submittedId" UUID,
    "replyId" UUID,
    "reasonSv" TEXT NOT NULL,
    "reasonEn" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Declining_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Declining_submittedId_key" ON "Declining"("submittedId");
CREATE UNIQUE INDEX "Declining_replyId_key" ON "Declining"("replyId");
CREATE INDEX "Declining_requestId_idx" ON "Declining"("requestId");
ALTER TABLE "Declining" ADD CONSTRAINT "Declining_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "ReplyRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Declining" ADD CONSTRAINT "Declining_submittedId_fkey" FOREIGN KEY ("submittedId") REFERENCES "SubmittedReply"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Declining" ADD CONSTRAINT "Declining_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "Reply"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Declining" ADD CONSTRAINT "Declining_one" CHECK (num_nonnulls("submittedId", "replyId") = 1);
CREATE TRIGGER "Declining_published" BEFORE UPDATE OR DELETE ON "Declining" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published();
CREATE TRIGGER "Declining_truncate" BEFORE TRUNCATE ON "Declining" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Declining_translated" BEFORE INSERT OR UPDATE ON "Declining" FOR EACH ROW EXECUTE FUNCTION refuse_half_translated();
CREATE TRIGGER "Declining_remember" AFTER INSERT OR UPDATE OR DELETE ON "Declining" FOR EACH ROW EXECUTE FUNCTION remember_change();
UPDATE "SubmittedReply" SET "accepted" = NULL, "decidedBy" = NULL, "decidedAt" = NULL WHERE NOT "accepted";
ALTER TABLE "SubmittedReply" DROP COLUMN "note";

-- A declined answer that the desk wrote down stays as it was when two people decided on it.
CREATE FUNCTION refuse_change_of_declined() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "Declining" d WHERE d."replyId" = OLD."id" AND d."publishedAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'A declined row of % is never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'BE001';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "Reply_declined" BEFORE UPDATE OR DELETE ON "Reply" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_declined();

-- What changes what is said of a request though the log says nothing of it: a link is sent or taken back, an answer comes.
-- Whoever keeps pages is told which show it.
CREATE FUNCTION tell_of_request() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid := CASE TG_OP WHEN 'DELETE' THEN OLD."requestId" ELSE NEW."requestId" END;
BEGIN
  PERFORM pg_notify('record_published', json_build_object('tags', json_build_array(
      'claim:' || c."slug", 'dispute:' || d."slug", 'party:' || p."slug"))::text)
    FROM "ReplyRequest" r
    JOIN "Claim" c ON c."id" = r."claimId"
    JOIN "Dispute" d ON d."id" = c."disputeId"
    JOIN "Party" p ON p."id" = r."partyId"
   WHERE r."id" = changed AND r."publishedAt" IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER "ReplyLink_tell" AFTER INSERT OR UPDATE ON "ReplyLink" FOR EACH ROW EXECUTE FUNCTION tell_of_request();
CREATE TRIGGER "SubmittedReply_tell" AFTER INSERT OR UPDATE ON "SubmittedReply" FOR EACH ROW EXECUTE FUNCTION tell_of_request();
CREATE TRIGGER "Reply_tell" AFTER INSERT OR UPDATE OR DELETE ON "Reply" FOR EACH ROW EXECUTE FUNCTION tell_of_request();
