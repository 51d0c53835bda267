-- The entries of the log about a dispute or a claim are asked for whenever its page is made.
CREATE INDEX "LogEntry_subject_idx" ON "LogEntry"("subject");
