-- Which editions show an image: asked with each image that a reader loads.
CREATE INDEX "Edition_sponsors" ON "Edition" USING gin (("document" -> 'sponsors') jsonb_path_ops);
