import { notFound } from "next/navigation";
import { DeskPage } from "@/components/desk/desk-page";
import { Queue } from "@/components/queue/queue";
import { QueueSetup, type SetupStep } from "@/components/queue/queue-setup";
import { type Actor, atLeast } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { readImprint } from "@/lib/imprint/imprint-queries";
import { invitationsFor } from "@/lib/invitation/invitation-queries";
import { isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";
import { membersFor } from "@/lib/member/member-queries";
import { queueOf } from "@/lib/queue/queue-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const actor = await requireActor(locale, "/desk");
  const t = translator(locale);
  return (
    <DeskPage locale={locale} path="/desk" actor={actor} here="queue" title={t("queue.title")}>
      <QueueSetup steps={await setupLeft(actor)} locale={locale} />
      <Queue items={await queueOf(actor)} locale={locale} />
    </DeskPage>
  );
}

/** What this actor has yet to do before the desk can publish. */
async function setupLeft(actor: Actor): Promise<SetupStep[]> {
  const isAdministrator = atLeast(actor, "administrator");
  const left: SetupStep[] = [];
  if (atLeast(actor, "editor") && !actor.secondFactor) left.push("secondFactor");
  if (!isAdministrator) return left;
  if (!(await readImprint())) left.push("imprint");
  const [members, invitations] = await Promise.all([membersFor(actor), invitationsFor(actor)]);
  if (members.length + invitations.length < 2) left.push("people");
  return left;
}
