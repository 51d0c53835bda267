import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { Queue } from "@/components/site/queue/queue";
import { QueueSetup, type SetupStep } from "@/components/site/queue/queue-setup";
import { type Actor, atLeast } from "@/lib/core/actor";
import { invitationsFor } from "@/lib/desk/invitation/invitation-queries";
import { membersFor } from "@/lib/desk/member/member-queries";
import { readImprint } from "@/lib/record/imprint/imprint-queries";
import { queueOf } from "@/lib/site/queue/queue-queries";

export default deskPage({ path: "/desk" }, async ({ actor, locale, t }) => {
  return (
    <DeskPage locale={locale} path="/desk" actor={actor} here="queue" title={t("queue.title")}>
      <QueueSetup steps={await setupLeft(actor)} locale={locale} />
      <Queue items={await queueOf(actor)} locale={locale} />
    </DeskPage>
  );
});

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
