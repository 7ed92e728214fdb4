-- Where the demo's counted links led and what was reported of them goes with the demo too, by the one command that says
-- so for its transaction alone. Nothing may change them even then.
CREATE OR REPLACE FUNCTION refuse_target_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('gleaner.removing_demo', true) = 'on' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'where a counted link leads is immutable' USING ERRCODE = 'restrict_violation';
END $$;

CREATE OR REPLACE FUNCTION refuse_snapshot_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('gleaner.removing_demo', true) = 'on' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'what was reported is immutable' USING ERRCODE = 'restrict_violation';
END $$;
