import type { ReactNode } from "react";
import { publicationName } from "@/lib/core/language/publication-name";
import { drawable, SANS, SERIF } from "./share-fonts";
import { INK, INK_2, INK_3, PAPER, RATING_COLOUR, ShareMark } from "./share-mark";
import type { ShareCardProps } from "./share-words";

/** What every image is drawn on, in pixels. */
export const SHARE_SIZE = { width: 1200, height: 630 };

/**
 * By the number of characters: a line of the italic holds some 1056 / (0.445 × size) of them, and the claim has
 * `CLAIM_HEIGHT`. The longest claim the record takes (300) still has its last word; one of the widest letters only, which
 * no language writes, is cut with an ellipsis.
 */
const SIZES = [
  [75, 80],
  [130, 61],
  [205, 49],
  [300, 41],
] as const;
const SMALLEST = 37;
const CLAIM_HEIGHT = 277;
const LEADING = 1.12;

/** As many names as leave room for the verb after them. */
const cut = (who: string): string => (who.length > 48 ? `${who.slice(0, 47).trimEnd()}…` : who);

const claimSize = (claim: string): number =>
  SIZES.find(([longest]) => claim.length <= longest)?.[1] ?? SMALLEST;

/**
 * The image of a shared claim. Same three voices as the page: sans says who and what we found, italic serif is their
 * claim and not ours. No marker: nothing here is quoted. Drawn in light only; there is no knowing where it is shown.
 */
export function ShareCard(card: ShareCardProps) {
  const size = claimSize(card.claim);
  return (
    <Sheet demonstration={card.demonstration}>
      <div style={{ display: "flex", flexDirection: "column", flexGrow: 1, paddingTop: 34 }}>
        <div style={{ display: "flex", fontFamily: SANS, fontSize: 28, color: INK_2 }}>
          <div style={{ display: "block", lineClamp: 1, fontWeight: 700, color: INK }}>
            {drawable(cut(card.who))}
          </div>
          <div style={{ display: "flex", flexShrink: 0, paddingLeft: 8 }}>{drawable(card.says)}</div>
        </div>
        <div
          style={{
            display: "block",
            lineClamp: Math.floor(CLAIM_HEIGHT / (size * LEADING)),
            marginTop: 12,
            fontFamily: SERIF,
            fontStyle: "italic",
            fontSize: size,
            lineHeight: LEADING,
            letterSpacing: "-0.014em",
            wordBreak: "break-word",
          }}
        >
          {drawable(card.claim)}
        </div>
      </div>
      <div
        style={{ display: "flex", borderTop: `1px solid ${INK}`, padding: "24px 0 42px", fontFamily: SANS }}
      >
        <div style={{ display: "flex", flexDirection: "column" }}>
          <div style={{ display: "flex", fontSize: 26, color: INK_3 }}>
            {drawable(card.version ? `${card.verdictLabel}. ${card.version}` : card.verdictLabel)}
          </div>
          <div
            style={{
              display: "flex",
              alignItems: "center",
              marginTop: 6,
              fontSize: 54,
              fontWeight: 700,
              letterSpacing: "-0.012em",
              color: card.rating ? RATING_COLOUR[card.rating] : INK_2,
            }}
          >
            {card.rating && (
              <div style={{ display: "flex", marginRight: 20 }}>
                <ShareMark rating={card.rating} size={48} />
              </div>
            )}
            {card.ratingWord}
          </div>
        </div>
      </div>
    </Sheet>
  );
}

/** The site itself, for pages without an image of their own. */
export function ShareSite({ tagline }: { readonly tagline: string }) {
  return (
    <Sheet demonstration={null} nameplate={false}>
      <div style={{ display: "flex", flexDirection: "column", justifyContent: "center", flexGrow: 1 }}>
        <Nameplate size={200} />
        <div
          style={{
            display: "flex",
            marginTop: 26,
            maxWidth: 900,
            fontFamily: SANS,
            fontSize: 38,
            color: INK_2,
          }}
        >
          {drawable(tagline)}
        </div>
      </div>
    </Sheet>
  );
}

interface SheetProps {
  readonly demonstration: string | null;
  readonly nameplate?: boolean;
  readonly children: ReactNode;
}

function Sheet({ demonstration, nameplate = true, children }: SheetProps) {
  return (
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        ...SHARE_SIZE,
        padding: "0 72px",
        background: PAPER,
        color: INK,
        borderTop: `10px solid ${INK}`,
      }}
    >
      {nameplate && (
        <div
          style={{
            display: "flex",
            alignItems: "center",
            justifyContent: "space-between",
            height: 88,
            borderBottom: `1px solid ${INK}`,
          }}
        >
          <Nameplate size={48} />
          {demonstration && (
            <div style={{ fontFamily: SANS, fontWeight: 700, fontSize: 26 }}>{drawable(demonstration)}</div>
          )}
        </div>
      )}
      {children}
    </div>
  );
}

/** The word with its full stop, which is a disc as on the page. */
function Nameplate({ size: largest }: { readonly size: number }) {
  const name = publicationName();
  // About half a size a letter: the longest name an imprint takes still fits on one line of the picture.
  const size = Math.min(largest, Math.floor(1800 / Math.max(name.length, 1)));
  const dot = Math.round(size * 0.2);
  return (
    <div
      style={{
        display: "flex",
        fontFamily: SERIF,
        fontWeight: 600,
        fontSize: size,
        lineHeight: 1,
        letterSpacing: "-0.02em",
      }}
    >
      {drawable(name)}
      <div
        style={{
          display: "flex",
          alignSelf: "flex-end",
          width: dot,
          height: dot,
          borderRadius: dot,
          marginLeft: size * 0.045,
          marginBottom: size * 0.264,
          background: INK,
        }}
      />
    </div>
  );
}
