-- AlterTable
ALTER TABLE "Publication" ADD COLUMN     "inboxToldAt" TIMESTAMPTZ(3);
