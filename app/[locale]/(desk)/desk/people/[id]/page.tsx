import { notFound } from "next/navigation";
import { MemberManaged } from "@/components/desk/member/member-managed";
import { Note } from "@/components/desk/member/note";
import { noteWords } from "@/components/desk/member/page-words";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { DeskPage } from "@/components/desk/page/desk-page";
import { atLeast } from "@/lib/core/actor";
import { isLocale } from "@/lib/core/language/language";
import { isId } from "@/lib/core/language/language-schema";
import { translator } from "@/lib/core/language/translator";
import { requireFresh } from "@/lib/desk/auth/fresh-request";
import { requireActor } from "@/lib/desk/auth/session-request";
import { memberFor } from "@/lib/desk/member/member-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params, searchParams }: PageProps<"/[locale]/desk/people/[id]">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/people/${id}`;
  const actor = await requireActor(locale, path);
  if (!atLeast(actor, "administrator"))
    return <DeskMissing locale={locale} path={path} actor={actor} status={403} />;
  await requireFresh(locale, path);
  const member = isId(id) ? await memberFor(actor, id) : null;
  if (!member) return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
  const t = translator(locale);
  return (
    <DeskPage
      locale={locale}
      path={path}
      actor={actor}
      here="people"
      title={member.name}
      crumbs={[{ path: "/desk/people", label: t("people.title") }]}
    >
      <Note words={noteWords(t, "people", await searchParams)} />
      <MemberManaged locale={locale} member={member} self={member.id === actor.id} />
    </DeskPage>
  );
}
