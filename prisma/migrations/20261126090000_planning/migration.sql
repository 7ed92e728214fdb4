-- AlterTable
ALTER TABLE "Publication" ADD COLUMN     "snippets" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "suggestsTopics" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "mutedMails" TEXT[] DEFAULT ARRAY[]::TEXT[];
