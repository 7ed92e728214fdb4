-- Language and direction of one item, where they aren't the issue's.
ALTER TABLE "Item" ADD COLUMN "lang" TEXT, ADD COLUMN "dir" TEXT;
ALTER TABLE "Item" ADD CONSTRAINT "Item_dir" CHECK ("dir" IN ('ltr', 'rtl'));
