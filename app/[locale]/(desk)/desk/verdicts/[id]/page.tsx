import { DeskForm } from "@/components/desk/form/desk-form";
import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { VerdictChecks } from "@/components/record/verdict/verdict-checks";
import { verdictForm } from "@/components/record/verdict/verdict-form";
import { VerdictReview } from "@/components/record/verdict/verdict-review";
import { inEither } from "@/lib/core/language/language";
import { asFields } from "@/lib/desk/form/form";
import { claimForDesk } from "@/lib/record/claim/claim-desk-queries";
import { saveVerdict } from "@/lib/record/verdict/verdict-actions";
import { verdictForDesk } from "@/lib/record/verdict/verdict-desk-queries";

export default deskPage({ path: "/desk/verdicts/[id]" }, async ({ page, actor, locale, t }, { id }) => {
  // Before what else the page shows: whatever comes in between is on the page, and not in the word for having seen it.
  const found = await verdictForDesk(actor, id, locale);
  const claim = found && (await claimForDesk(actor, found.draft.claimId));
  if (!found || !claim) return 404;
  const { draft, checks, shut } = found;
  const because = Object.fromEntries(
    Object.entries(shut).map(([rating, reason]) => [
      rating,
      reason === undefined ? undefined : t(`rules.${reason}` as "rules.one-root"),
    ]),
  );
  const hasFlags =
    draft.content.wordingReason.sv !== "" ||
    checks.some(({ key, state, detail }) => key === "wording" && (state === "stop" || "words" in detail));
  return (
    <DeskPage
      {...page}
      here="disputes"
      title={t("verdictForm.title", { version: (claim.verdicts[0]?.version ?? 0) + 1 })}
      crumbs={[
        { path: `/desk/disputes/${claim.dispute.id}`, label: inEither(claim.dispute.short, locale) },
        { path: `/desk/claims/${claim.id}`, label: t("deskClaim.number", { number: claim.number }) },
      ]}
      lead={
        <>
          <p className="claim desk-claim">{inEither(claim.text, locale)}</p>
          <p className="do to-checks">
            <a href="#checks">{t("checks.title")}</a>
            <a href="#review">{t("review.title")}</a>
          </p>
        </>
      }
    >
      <div className="desk-cols">
        <DeskForm
          locale={locale}
          action={saveVerdict}
          fields={verdictForm(claim, because, hasFlags, locale)}
          initial={asFields(draft.content)}
          draft={{ id: draft.id, revision: draft.revision }}
          actor={actor}
          kept={`verdict/${draft.id}`}
          submit={t("verdictForm.save")}
        />
        <aside>
          <VerdictChecks checks={checks} claim={claim} locale={locale} />
          <VerdictReview {...found} zone={claim.dispute.timeZone} actor={actor} locale={locale} />
        </aside>
      </div>
    </DeskPage>
  );
});
