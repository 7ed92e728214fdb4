-- CreateTable
CREATE TABLE "Installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "writtenIn" TEXT NOT NULL,

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("id")
);

-- The database as it is now is the one whose schedules were made here.
INSERT INTO "Installation" ("writtenIn") VALUES (pg_current_xact_id()::xid::text);
