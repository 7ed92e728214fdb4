-- CreateTable
CREATE TABLE "ReportSnapshot" (
    "slotId" UUID NOT NULL,
    "day" INTEGER NOT NULL,
    "json" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReportSnapshot_pkey" PRIMARY KEY ("slotId","day")
);

-- AddForeignKey
ALTER TABLE "ReportSnapshot" ADD CONSTRAINT "ReportSnapshot_slotId_fkey" FOREIGN KEY ("slotId") REFERENCES "Slot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ReportSnapshot" ADD CONSTRAINT "ReportSnapshot_day" CHECK ("day" IN (1, 7, 30));

-- What a sponsor was told stays what it was told.
CREATE FUNCTION refuse_snapshot_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was reported is immutable' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "ReportSnapshot_immutable" BEFORE UPDATE OR DELETE ON "ReportSnapshot"
  FOR EACH ROW EXECUTE FUNCTION refuse_snapshot_change();
