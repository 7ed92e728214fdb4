-- AlterTable
ALTER TABLE "Issue" DROP COLUMN "warnedAt",
ADD COLUMN     "warnedOf" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "LinkCheck" ADD COLUMN     "broken" TEXT[] DEFAULT ARRAY[]::TEXT[];
