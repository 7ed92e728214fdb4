-- AlterTable
ALTER TABLE "Capture" ADD COLUMN     "isAside" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "FollowedFeed" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "urlHash" BYTEA NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "addedById" UUID,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "etag" TEXT,
    "lastModified" TEXT,
    "checkedAt" TIMESTAMPTZ(3),
    "nextCheckAt" TIMESTAMPTZ(3) NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "FollowedFeed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FeedEntrySeen" (
    "feedId" UUID NOT NULL,
    "key" BYTEA NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FeedEntrySeen_pkey" PRIMARY KEY ("feedId","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "FollowedFeed_urlHash_key" ON "FollowedFeed"("urlHash");

-- CreateIndex
CREATE INDEX "FollowedFeed_nextCheckAt_idx" ON "FollowedFeed"("nextCheckAt");

-- AddForeignKey
ALTER TABLE "FollowedFeed" ADD CONSTRAINT "FollowedFeed_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedEntrySeen" ADD CONSTRAINT "FeedEntrySeen_feedId_fkey" FOREIGN KEY ("feedId") REFERENCES "FollowedFeed"("id") ON DELETE CASCADE ON UPDATE CASCADE;
