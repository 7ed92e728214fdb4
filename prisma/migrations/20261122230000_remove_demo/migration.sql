-- An edition stays as it is for ever, but the demo's can be removed as a whole, by the one command that says so for
-- its transaction alone. Nothing may change one even then.
CREATE OR REPLACE FUNCTION refuse_edition_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('gleaner.removing_demo', true) = 'on' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'an edition is immutable' USING ERRCODE = 'restrict_violation';
END $$;
