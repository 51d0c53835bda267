import { MemberManaged } from "@/components/desk/member/member-managed";
import { Note } from "@/components/desk/member/note";
import { noteWords } from "@/components/desk/member/page-words";
import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { isId } from "@/lib/core/language/language-schema";
import { memberFor } from "@/lib/desk/member/member-queries";

export default deskPage(
  { path: "/desk/people/[id]", role: "administrator", fresh: true },
  async ({ page, actor, locale, t, asked }, { id }) => {
    const member = isId(id) ? await memberFor(actor, id) : null;
    if (!member) return 404;
    return (
      <DeskPage
        {...page}
        here="people"
        title={member.name}
        crumbs={[{ path: "/desk/people", label: t("people.title") }]}
      >
        <Note words={noteWords(t, "people", asked)} />
        <MemberManaged locale={locale} member={member} self={member.id === actor.id} />
      </DeskPage>
    );
  },
);
