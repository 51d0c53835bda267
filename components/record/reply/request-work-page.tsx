import type { ReactNode } from "react";
import { DeskPage } from "@/components/desk/page/desk-page";
import type { Actor } from "@/lib/core/actor";
import { inEither, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { RequestView } from "@/lib/record/reply/reply-desk-queries";
import { requestCrumbs } from "./request-page";

interface RequestWorkPageProps {
  readonly locale: Locale;
  readonly actor: Actor;
  readonly request: RequestView;
  /** The page's address below the request's own. */
  readonly below: string;
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

/** A page of the desk inside a request: the claim it is about is read on every one, and the way back leads through it. */
export function RequestWorkPage({ request, below, lead, children, ...page }: RequestWorkPageProps) {
  const { locale } = page;
  const t = translator(locale);
  const path = `/desk/requests/${request.id}`;
  const party = inEither(request.party.name, locale);
  return (
    <DeskPage
      {...page}
      path={`${path}/${below}`}
      here="disputes"
      crumbs={[...requestCrumbs(request, locale), { path, label: t("replyDesk.requestTitle", { party }) }]}
      lead={
        <>
          <p className="claim desk-claim">{inEither(request.claim.text, locale)}</p>
          {lead && <p>{lead}</p>}
        </>
      }
    >
      {children}
    </DeskPage>
  );
}
