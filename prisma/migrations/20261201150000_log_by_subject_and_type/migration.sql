-- What has been published about one thing, or of one kind, is asked for newest first and a page at a time.
DROP INDEX "LogEntry_subject_idx";
CREATE INDEX "LogEntry_subject_seq_idx" ON "LogEntry"("subject", "seq");
CREATE INDEX "LogEntry_type_seq_idx" ON "LogEntry"("type", "seq");
