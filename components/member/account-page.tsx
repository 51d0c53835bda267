import type { ReactNode } from "react";
import { DeskPage } from "@/components/desk/desk-page";
import type { Actor } from "@/lib/auth/actor";
import type { Locale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";

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
