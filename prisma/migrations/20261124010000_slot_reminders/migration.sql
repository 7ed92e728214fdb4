-- CreateEnum
CREATE TYPE "ReminderKind" AS ENUM ('REMINDER', 'OVERDUE', 'UNREACHABLE');

-- CreateTable
CREATE TABLE "SlotReminder" (
    "id" UUID NOT NULL,
    "slotId" UUID NOT NULL,
    "kind" "ReminderKind" NOT NULL,
    "day" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SlotReminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DutyDigest" (
    "day" DATE NOT NULL,
    "hash" TEXT NOT NULL,
    "mailed" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DutyDigest_pkey" PRIMARY KEY ("day")
);

-- CreateIndex
CREATE UNIQUE INDEX "SlotReminder_slotId_kind_day_key" ON "SlotReminder"("slotId", "kind", "day");

-- AddForeignKey
ALTER TABLE "SlotReminder" ADD CONSTRAINT "SlotReminder_slotId_fkey" FOREIGN KEY ("slotId") REFERENCES "Slot"("id") ON DELETE CASCADE ON UPDATE CASCADE;
