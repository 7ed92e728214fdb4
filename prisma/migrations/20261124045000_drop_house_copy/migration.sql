-- House copy is what runs in slots of the house; no placement names one.
ALTER TABLE "Placement" DROP CONSTRAINT "Placement_houseCopyId_fkey";
ALTER TABLE "Placement" DROP COLUMN "houseCopyId";
