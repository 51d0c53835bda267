-- People: members, their sessions and second factors, invitations, letters, and what limits guessing.
-- What the schema cannot say stands at the end.

-- CreateEnum
CREATE TYPE "MemberRole" AS ENUM ('contributor', 'journalist', 'editor', 'administrator');

-- CreateEnum
CREATE TYPE "SecondFactor" AS ENUM ('totp', 'backup_code', 'passkey');

-- CreateEnum
CREATE TYPE "VerificationPurpose" AS ENUM ('first_administrator', 'reset_password', 'add_passkey', 'use_passkey');

-- CreateEnum
CREATE TYPE "LetterState" AS ENUM ('waiting', 'sent', 'failed', 'by_hand');

-- CreateTable
CREATE TABLE "Member" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "MemberRole" NOT NULL,
    "bylineSv" TEXT NOT NULL,
    "bylineEn" TEXT NOT NULL,
    "twoFactorEnabled" BOOLEAN NOT NULL DEFAULT false,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Credential" (
    "memberId" UUID NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Credential_pkey" PRIMARY KEY ("memberId")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "halfway" BOOLEAN NOT NULL DEFAULT false,
    "secondFactor" "SecondFactor",
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "provedAt" TIMESTAMPTZ(3) NOT NULL,
    "browser" TEXT NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TwoFactor" (
    "memberId" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "backupHashes" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TwoFactor_pkey" PRIMARY KEY ("memberId")
);

-- CreateTable
CREATE TABLE "UsedCode" (
    "memberId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UsedCode_pkey" PRIMARY KEY ("memberId","code")
);

-- CreateTable
CREATE TABLE "Passkey" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "credentialId" TEXT NOT NULL,
    "publicKey" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" UUID NOT NULL,
    "purpose" "VerificationPurpose" NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "memberId" UUID,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "role" "MemberRole" NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Letter" (
    "id" UUID NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "link" TEXT,
    "linkUntil" TIMESTAMPTZ(3),
    "linkHash" TEXT,
    "state" "LetterState" NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "tryAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastError" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "sentBy" TEXT,

    CONSTRAINT "Letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "bucket" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("bucket")
);

-- CreateIndex
CREATE UNIQUE INDEX "Member_email_key" ON "Member"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_memberId_idx" ON "Session"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Passkey_credentialId_key" ON "Passkey"("credentialId");

-- CreateIndex
CREATE INDEX "Passkey_memberId_idx" ON "Passkey"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Verification_tokenHash_key" ON "Verification"("tokenHash");

-- CreateIndex
CREATE INDEX "Verification_memberId_idx" ON "Verification"("memberId");

-- CreateIndex
CREATE INDEX "Verification_expiresAt_idx" ON "Verification"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_email_idx" ON "Invitation"("email");

-- CreateIndex
CREATE INDEX "Letter_state_tryAt_idx" ON "Letter"("state", "tryAt");

-- CreateIndex
CREATE INDEX "Letter_linkHash_idx" ON "Letter"("linkHash");

-- CreateIndex
CREATE INDEX "Attempt_startedAt_idx" ON "Attempt"("startedAt");

-- AddForeignKey
ALTER TABLE "Credential" ADD CONSTRAINT "Credential_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TwoFactor" ADD CONSTRAINT "TwoFactor_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UsedCode" ADD CONSTRAINT "UsedCode_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verification" ADD CONSTRAINT "Verification_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- One spelling of each address: in lower case, with one at sign.
ALTER TABLE "Member" ADD CONSTRAINT "Member_email" CHECK ("email" = lower("email") AND "email" ~ '^[^@[:space:]]+@[^@[:space:]]+$');
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_email" CHECK ("email" = lower("email") AND "email" ~ '^[^@[:space:]]+@[^@[:space:]]+$');

-- Tokens are kept as SHA-256 in hexadecimal, never as they are.
ALTER TABLE "Session" ADD CONSTRAINT "Session_token" CHECK ("tokenHash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "Verification" ADD CONSTRAINT "Verification_token" CHECK ("tokenHash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_token" CHECK ("tokenHash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_bucket" CHECK ("bucket" ~ '^[0-9a-f]{64}$' AND "count" >= 0);

-- Half a session has no second factor yet.
ALTER TABLE "Session" ADD CONSTRAINT "Session_halfway" CHECK (NOT ("halfway" AND "secondFactor" IS NOT NULL));

-- No line break can become a further header of a letter.
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_headers" CHECK ("to" !~ '[[:cntrl:]]' AND "subject" !~ '[[:cntrl:]]');
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_sent" CHECK (("state" = 'sent') = ("sentAt" IS NOT NULL));
