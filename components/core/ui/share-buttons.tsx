"use client";

import { useState } from "react";
import { useInBrowser } from "./use-in-browser";

interface ShareButtonsProps {
  readonly title: string;
  /** The first is also what the system's own share sheet gets. */
  readonly links: readonly { readonly label: string; readonly url: string }[];
  readonly words: { readonly copied: string; readonly failed: string; readonly share: string };
}

/** Copy and share. They need script, so they appear with it; the addresses themselves stand in the page. */
export function ShareButtons({ title, links, words }: ShareButtonsProps) {
  const canCopy = useInBrowser(() => "clipboard" in navigator);
  const canShare = useInBrowser(() => typeof navigator.share === "function");
  const [said, setSaid] = useState("");

  const copy = (url: string) =>
    navigator.clipboard.writeText(url).then(
      () => setSaid(words.copied),
      () => setSaid(words.failed),
    );
  // A reader who closes the share sheet has refused nothing of ours.
  const share = () => navigator.share({ title, url: links[0]?.url }).catch(() => undefined);

  if (!canCopy && !canShare) return null;
  return (
    <div className="share">
      {canCopy &&
        links.map((link) => (
          <button key={link.url} type="button" className="button second" onClick={() => copy(link.url)}>
            {link.label}
          </button>
        ))}
      {canShare && (
        <button type="button" className="button second" onClick={share}>
          {words.share}
        </button>
      )}
      <span className="ui" role="status">
        {said}
      </span>
    </div>
  );
}
