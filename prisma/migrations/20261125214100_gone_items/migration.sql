-- CreateTable
CREATE TABLE "GoneItem" (
    "id" UUID NOT NULL,
    "issueId" UUID NOT NULL,
    "goneAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "GoneItem_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "GoneItem_issueId_idx" ON "GoneItem"("issueId");

-- CreateIndex
CREATE INDEX "Redirect_toPath_idx" ON "Redirect"("toPath");

-- AddForeignKey
ALTER TABLE "GoneItem" ADD CONSTRAINT "GoneItem_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "ArchivedIssue"("issueId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "ArchivedItem" ADD COLUMN "dir" TEXT NOT NULL DEFAULT 'ltr', ADD COLUMN "lang" TEXT NOT NULL DEFAULT 'en';
