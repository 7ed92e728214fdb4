-- CreateEnum
CREATE TYPE "CaptureSource" AS ENUM ('BOOKMARKLET', 'SHARE', 'API', 'STUDIO', 'SUGGESTION');

-- CreateEnum
CREATE TYPE "CaptureState" AS ENUM ('NEW', 'LATER', 'PLACED', 'DISCARDED');

-- CreateTable
CREATE TABLE "Capture" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "quote" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "via" TEXT NOT NULL DEFAULT '',
    "extras" JSONB NOT NULL DEFAULT '{}',
    "source" "CaptureSource" NOT NULL,
    "capturedById" UUID,
    "capturedAt" TIMESTAMPTZ(3) NOT NULL,
    "state" "CaptureState" NOT NULL DEFAULT 'NEW',
    "laterUntil" DATE,
    "surfacesAt" TIMESTAMPTZ(3) NOT NULL,
    "movedAt" TIMESTAMPTZ(3) NOT NULL,
    "itemId" UUID,
    "issueId" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,
    "fieldVersions" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "Capture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaptureMove" (
    "id" UUID NOT NULL,
    "captureId" UUID NOT NULL,
    "commandId" UUID NOT NULL,
    "before" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "CaptureMove_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Capture_itemId_key" ON "Capture"("itemId");

-- CreateIndex
CREATE INDEX "Capture_state_movedAt_id_idx" ON "Capture"("state", "movedAt", "id");

-- CreateIndex
CREATE INDEX "Capture_issueId_idx" ON "Capture"("issueId");

-- CreateIndex
CREATE INDEX "Capture_capturedById_idx" ON "Capture"("capturedById");

-- CreateIndex
CREATE INDEX "CaptureMove_captureId_at_idx" ON "CaptureMove"("captureId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "CaptureMove_commandId_captureId_key" ON "CaptureMove"("commandId", "captureId");

-- AddForeignKey
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_capturedById_fkey" FOREIGN KEY ("capturedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaptureMove" ADD CONSTRAINT "CaptureMove_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "Capture"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the inbox shows, in its order.
CREATE INDEX "Capture_inbox" ON "Capture" ("surfacesAt" DESC, "id" DESC) WHERE "state" IN ('NEW', 'LATER');

ALTER TABLE "Capture" ADD CONSTRAINT "Capture_later" CHECK (("state" = 'LATER') = ("laterUntil" IS NOT NULL));
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_placed" CHECK ("state" = 'PLACED' OR ("itemId" IS NULL AND "issueId" IS NULL));
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_url" CHECK ("url" ~* '^https?://' AND length("url") <= 2048);
