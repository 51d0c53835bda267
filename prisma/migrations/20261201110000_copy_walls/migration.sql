-- More of what may speak against a copy: the page asks whether a person reads it, says that it could not be shown, or shows
-- perhaps only the beginning of what was asked for.
ALTER TABLE "Snapshot" DROP CONSTRAINT "Snapshot_concerns";
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_concerns" CHECK (
  "concerns" <@ ARRAY['login', 'consent', 'gone', 'robot', 'failed', 'beginning', 'elsewhere', 'front-page']
);
