import type { ReactNode } from "react";
import { DeskPage } from "@/components/desk/page/desk-page";
import type { Actor } from "@/lib/core/actor";
import { type Bilingual, inEither, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";

interface DisputeWorkPageProps {
  readonly locale: Locale;
  readonly path: string;
  readonly actor: Actor;
  readonly dispute: { readonly id: string; readonly short: Bilingual };
  /** The claim the page is about, when it is about one. */
  readonly claim?: { readonly id: string; readonly number: number; readonly text: Bilingual };
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** A page of the desk inside a dispute: the way back leads through it, and through the claim. */
export function DisputeWorkPage({ dispute, claim, lead, children, ...page }: DisputeWorkPageProps) {
  const t = translator(page.locale);
  return (
    <DeskPage
      {...page}
      here="disputes"
      crumbs={[
        { path: "/desk/disputes", label: t("deskRecord.list.title") },
        { path: `/desk/disputes/${dispute.id}`, label: inEither(dispute.short, page.locale) },
        ...(claim
          ? [{ path: `/desk/claims/${claim.id}`, label: t("deskClaim.number", { number: claim.number }) }]
          : []),
      ]}
      lead={
        <>
          {claim && <p className="claim desk-claim">{inEither(claim.text, page.locale)}</p>}
          {lead}
        </>
      }
    >
      {children}
    </DeskPage>
  );
}
