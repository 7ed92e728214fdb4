-- A person signs in for one company.
CREATE UNIQUE INDEX "SponsorContact_user_live" ON "SponsorContact" ("userId") WHERE "removedAt" IS NULL;
