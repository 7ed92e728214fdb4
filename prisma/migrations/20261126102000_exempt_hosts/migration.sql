-- AlterTable
ALTER TABLE "Publication" ADD COLUMN     "exemptHosts" TEXT[] DEFAULT ARRAY[]::TEXT[];
