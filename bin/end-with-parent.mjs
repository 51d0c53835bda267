/**
 * Loaded into the web server before anything else, and into the workers it forks: ends each when the
 * process that started it is gone. A SIGKILL cannot be passed on; the closing of the channel between
 * the two is what is left to notice.
 */
process.once("disconnect", () => process.exit(1));
