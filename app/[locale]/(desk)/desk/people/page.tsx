import { notFound } from "next/navigation";
import { InvitationList } from "@/components/desk/member/invitation-list";
import { MemberList } from "@/components/desk/member/member-list";
import { Note } from "@/components/desk/member/note";
import { noteWords } from "@/components/desk/member/page-words";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { DeskPage } from "@/components/desk/page/desk-page";
import { atLeast } from "@/lib/core/actor";
import { href, isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { invitationsFor } from "@/lib/desk/invitation/invitation-queries";
import { membersFor } from "@/lib/desk/member/member-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params, searchParams }: PageProps<"/[locale]/desk/people">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const path = "/desk/people";
  const actor = await requireActor(locale, path);
  if (!atLeast(actor, "administrator"))
    return <DeskMissing locale={locale} path={path} actor={actor} status={403} />;
  const t = translator(locale);
  const [members, invitations] = await Promise.all([membersFor(actor), invitationsFor(actor)]);
  return (
    <DeskPage
      locale={locale}
      path={path}
      actor={actor}
      here="people"
      title={t("people.title")}
      lead={<p>{t("people.lead")}</p>}
    >
      <Note words={noteWords(t, "people", await searchParams)} />
      <p className="go">
        <a href={href(locale, "/desk/people/invite")}>{t("people.invite")}</a>
      </p>
      <MemberList locale={locale} members={members} self={actor.id} />
      <h2>{t("people.open")}</h2>
      <InvitationList locale={locale} invitations={invitations} />
    </DeskPage>
  );
}
