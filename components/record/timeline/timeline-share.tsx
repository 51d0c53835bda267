"use client";
/** Copies or shares the address of a post. The address itself stands in the list, for whom neither works. */
import { useState } from "react";
import type { TimelineWords } from "./timeline-words.ts";

interface ShareProps {
  readonly title: string;
  readonly url: string;
  readonly words: TimelineWords;
}

export function TimelineShare({ title, url, words: { copyPost, share } }: ShareProps) {
  const [said, setSaid] = useState("");
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => setSaid(share.copied),
      () => setSaid(share.failed),
    );
  // A reader who closes the share sheet has refused nothing of ours.
  const hand = () => navigator.share({ title, url }).catch(() => undefined);
  return (
    <div className="share">
      {"clipboard" in navigator && (
        <button type="button" className="button second" onClick={copy}>
          {copyPost}
        </button>
      )}
      {typeof navigator.share === "function" && (
        <button type="button" className="button second" onClick={hand}>
          {share.share}
        </button>
      )}
      <span className="ui" role="status">
        {said}
      </span>
    </div>
  );
}
