import { InvitationList } from "@/components/desk/member/invitation-list";
import { MemberList } from "@/components/desk/member/member-list";
import { Note } from "@/components/desk/member/note";
import { noteWords } from "@/components/desk/member/page-words";
import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { href } from "@/lib/core/language/language";
import { invitationsFor } from "@/lib/desk/invitation/invitation-queries";
import { membersFor } from "@/lib/desk/member/member-queries";

export default deskPage(
  { path: "/desk/people", role: "administrator" },
  async ({ page, actor, locale, t, asked }) => {
    const [members, invitations] = await Promise.all([membersFor(actor), invitationsFor(actor)]);
    return (
      <DeskPage {...page} here="people" title={t("people.title")} lead={<p>{t("people.lead")}</p>}>
        <Note words={noteWords(t, "people", asked)} />
        <p className="go">
          <a href={href(locale, "/desk/people/invite")}>{t("people.invite")}</a>
        </p>
        <MemberList locale={locale} members={members} self={actor.id} />
        <h2>{t("people.open")}</h2>
        <InvitationList locale={locale} invitations={invitations} />
      </DeskPage>
    );
  },
);
