import { notFound } from "next/navigation";
import { DeskMissing } from "@/components/desk/desk-missing";
import { DeskPage } from "@/components/desk/desk-page";
import { MemberManaged } from "@/components/member/member-managed";
import { Note } from "@/components/member/note";
import { noteWords } from "@/components/member/page-words";
import { atLeast } from "@/lib/auth/actor";
import { requireFresh } from "@/lib/auth/fresh";
import { requireActor } from "@/lib/auth/session";
import { isLocale } from "@/lib/language/language";
import { isId } from "@/lib/language/language-schema";
import { translator } from "@/lib/language/translator";
import { memberFor } from "@/lib/member/member-queries";

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
