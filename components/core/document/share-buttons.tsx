import { documentScriptHref } from "./script-file";

interface ShareButtonsProps {
  readonly title: string;
  /** The first is also what the system's own share sheet gets. */
  readonly links: readonly { readonly label: string; readonly url: string }[];
  readonly words: { readonly copied: string; readonly failed: string; readonly share: string };
}

/** Copy and share. They need script, so they appear with it; the addresses themselves stand in the page. */
export function ShareButtons({ title, links, words }: ShareButtonsProps) {
  return (
    <>
      <script async src={documentScriptHref} />
      <div className="share" data-share="" hidden>
        {links.map(({ label, url }) => (
          <button key={url} type="button" className="button second" data-copy={url} hidden>
            {label}
          </button>
        ))}
        <button type="button" className="button second" data-title={title} data-url={links[0]?.url} hidden>
          {words.share}
        </button>
        <output className="ui" data-copied={words.copied} data-failed={words.failed} />
      </div>
    </>
  );
}
