import type { ReactNode } from "react";
import { DeskPage } from "@/components/desk/page/desk-page";
import type { Actor } from "@/lib/core/actor";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";

interface AccountPageProps {
  readonly locale: Locale;
  readonly path: string;
  readonly actor: Actor;
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

/** A page where somebody changes how they sign in: the way back leads to their account. */
export function AccountPage({ lead, children, ...page }: AccountPageProps) {
  return (
    <DeskPage
      {...page}
      here="account"
      crumbs={[{ path: "/desk/account", label: translator(page.locale)("account.title") }]}
      lead={<p>{lead}</p>}
    >
      {children}
    </DeskPage>
  );
}
