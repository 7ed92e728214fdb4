-- AlterTable
ALTER TABLE "Publication" ADD COLUMN     "countsClicks" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "ClickTarget" (
    "id" TEXT NOT NULL,
    "slotId" UUID NOT NULL,
    "partId" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "urlHash" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ClickTarget_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClickCount" (
    "targetId" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "ClickCount_pkey" PRIMARY KEY ("targetId","day","kind")
);

-- CreateIndex
CREATE INDEX "ClickTarget_slotId_idx" ON "ClickTarget"("slotId");

-- CreateIndex
CREATE UNIQUE INDEX "ClickTarget_partId_urlHash_key" ON "ClickTarget"("partId", "urlHash");

-- AddForeignKey
ALTER TABLE "ClickTarget" ADD CONSTRAINT "ClickTarget_slotId_fkey" FOREIGN KEY ("slotId") REFERENCES "Slot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClickCount" ADD CONSTRAINT "ClickCount_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "ClickTarget"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ClickCount" ADD CONSTRAINT "ClickCount_positive" CHECK ("count" >= 0);

-- Nothing may lead a link that readers have elsewhere.
CREATE FUNCTION refuse_target_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'where a counted link leads is immutable' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "ClickTarget_immutable" BEFORE UPDATE OR DELETE ON "ClickTarget"
  FOR EACH ROW EXECUTE FUNCTION refuse_target_change();
