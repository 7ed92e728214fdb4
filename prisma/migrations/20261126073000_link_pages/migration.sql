-- CreateEnum
CREATE TYPE "PageOutcome" AS ENUM ('OK', 'MOVED', 'UNSURE', 'CERTIFICATE', 'MISSING', 'DEAD');

-- CreateTable
CREATE TABLE "LinkPage" (
    "hash" BYTEA NOT NULL,
    "address" TEXT NOT NULL,
    "lookedAt" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "PageOutcome" NOT NULL,
    "status" INTEGER,
    "finalAddress" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "title" TEXT NOT NULL DEFAULT '',
    "byline" TEXT NOT NULL DEFAULT '',
    "site" TEXT NOT NULL DEFAULT '',
    "date" DATE,
    "language" TEXT,
    "wordCount" INTEGER,
    "text" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "LinkPage_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "LinkPage_lookedAt_idx" ON "LinkPage"("lookedAt");

-- AlterTable
ALTER TABLE "Capture" ADD COLUMN "titleIsPages" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "ArchivedItem_layout_host_date_idx" ON "ArchivedItem"("layout", "host", "date" DESC);
