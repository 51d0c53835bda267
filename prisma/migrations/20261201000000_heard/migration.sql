-- Every question "has everybody heard?" (lib/core/heard.ts) has a number. A number that is taken after a commit is larger than
-- all that were taken before it, so who has heard of it has heard of everything that was committed before.
CREATE SEQUENCE "news_number";
