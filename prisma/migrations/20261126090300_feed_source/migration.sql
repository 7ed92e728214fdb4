-- In a migration of its own: a value can't be used in the transaction that adds it.
ALTER TYPE "CaptureSource" ADD VALUE 'FEED';
