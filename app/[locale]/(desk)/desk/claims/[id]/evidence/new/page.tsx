import { DeskForm } from "@/components/desk/form/desk-form";
import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { evidenceForm } from "@/components/record/evidence/evidence-form";
import { atLeast } from "@/lib/core/actor";
import { askedFor } from "@/lib/core/asked-for";
import { inEither } from "@/lib/core/language/language";
import { asFields } from "@/lib/desk/form/form";
import { claimForDesk } from "@/lib/record/claim/claim-desk-queries";
import { saveNewEvidence } from "@/lib/record/evidence/evidence-actions";
import { evidenceChoices } from "@/lib/record/evidence/evidence-desk-queries";
import { passageToQuote } from "@/lib/record/snapshot/snapshot-desk-queries";
import { passageAddress } from "@/lib/record/snapshot/snapshot-schema";

export default deskPage(
  { path: "/desk/claims/[id]/evidence/new" },
  async ({ page, actor, locale, t, asked }, { id }) => {
    const claim = await claimForDesk(actor, id);
    if (!claim) return 404;
    // A passage of a copy, when one was selected there; an address that points at none says nothing.
    const [copy, leaf, start, end] = ["copy", "page", "start", "end"].map((name) => askedFor(asked, name));
    const address = passageAddress.safeParse({ copy, page: leaf, start, end }).data;
    const passage = address ? await passageToQuote(actor, claim.dispute.id, address) : null;
    const kept = `evidence/new/${claim.id}`;
    return (
      <DeskPage
        {...page}
        here="disputes"
        title={t("evidenceForm.title")}
        crumbs={[
          { path: `/desk/disputes/${claim.dispute.id}`, label: inEither(claim.dispute.short, locale) },
          { path: `/desk/claims/${claim.id}`, label: t("deskClaim.number", { number: claim.number }) },
        ]}
        lead={
          <>
            <p className="says">{t("evidenceForm.to")}</p>
            <p className="claim desk-claim">{inEither(claim.text, locale)}</p>
          </>
        }
      >
        <DeskForm
          locale={locale}
          action={saveNewEvidence}
          fields={evidenceForm(
            await evidenceChoices(actor, claim.dispute.id),
            locale,
            true,
            atLeast(actor, "journalist"),
          )}
          initial={
            passage
              ? asFields({
                  sourceId: passage.sourceId,
                  excerpt: passage.excerpt,
                  page: passage.page,
                  at: { charStart: passage.start, charEnd: passage.end },
                })
              : {}
          }
          hidden={{ claimId: claim.id }}
          actor={actor}
          kept={passage ? `${kept}/${address?.copy}/${passage.page}-${passage.start}-${passage.end}` : kept}
          submit={t("evidenceForm.save")}
          another={{ label: t("evidenceForm.saveNext"), next: "another" }}
        />
      </DeskPage>
    );
  },
);
