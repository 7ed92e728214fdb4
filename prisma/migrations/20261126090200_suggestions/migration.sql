-- AlterTable
ALTER TABLE "Publication" ADD COLUMN     "suggestionsOpen" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Suggestion" (
    "id" UUID NOT NULL,
    "captureId" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "url" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Suggestion_tokenHash_key" ON "Suggestion"("tokenHash");

-- CreateIndex
CREATE INDEX "Suggestion_captureId_idx" ON "Suggestion"("captureId");

-- CreateIndex
CREATE INDEX "Suggestion_createdAt_idx" ON "Suggestion"("createdAt");

-- AddForeignKey
ALTER TABLE "Suggestion" ADD CONSTRAINT "Suggestion_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "Capture"("id") ON DELETE CASCADE ON UPDATE CASCADE;
