-- AlterTable
ALTER TABLE "Publication" ADD COLUMN "blockingFindings" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
