import { notFound } from "next/navigation";
import { DeskMissing } from "@/components/desk/desk-missing";
import { DeskPage } from "@/components/desk/desk-page";
import { InvitationList } from "@/components/member/invitation-list";
import { MemberList } from "@/components/member/member-list";
import { Note } from "@/components/member/note";
import { noteWords } from "@/components/member/page-words";
import { atLeast } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { invitationsFor } from "@/lib/invitation/invitation-queries";
import { href, isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";
import { membersFor } from "@/lib/member/member-queries";

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
