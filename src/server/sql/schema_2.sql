-- What an account may do outside of the incidents, and whether its role holds in all of them.  Until now
-- a role did hold everywhere, a lead managed people, and leads and responders opened incidents.

ALTER TABLE person ADD COLUMN everywhere INTEGER NOT NULL DEFAULT 1;
ALTER TABLE person ADD COLUMN opens_incidents INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN manages_people INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN disabled INTEGER NOT NULL DEFAULT 0;
UPDATE person SET opens_incidents = 1 WHERE role IN ('lead', 'responder');
UPDATE person SET manages_people = 1 WHERE role = 'lead';
