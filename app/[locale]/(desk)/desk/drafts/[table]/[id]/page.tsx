import { Form } from "@/components/desk/form/form";
import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { ThrownList, thrownName } from "@/components/record/draft/thrown-list";
import { href } from "@/lib/core/language/language";
import { OWN } from "@/lib/desk/form/form";
import { DISCARDABLE, idFromAddress } from "@/lib/record/draft/draft";
import { discard } from "@/lib/record/draft/draft-actions";
import { draftToThrow } from "@/lib/record/draft/draft-desk-queries";

/** Before a draft is thrown away: what goes with it, what loses a mention of it, and what keeps it. */
export default deskPage(
  { path: "/desk/drafts/[table]/[id]" },
  async ({ page, actor, locale, t }, { table: named, id: address }) => {
    const table = DISCARDABLE.find((each) => each === named);
    const id = decodeURIComponent(address);
    const draft = table ? await draftToThrow(actor, table, id) : null;
    if (!table || !draft) return 404;
    const part = { locale };
    const isKept = draft.isFirstWording || draft.keeps.length > 0;
    return (
      <DeskPage
        {...page}
        here="disputes"
        title={t("deskRecord.discard.title")}
        crumbs={[{ path: draft.home, label: t("deskRecord.discard.back") }]}
      >
        <p>{thrownName(draft.itself, locale)}</p>
        {draft.isFirstWording && <p>{t("refusals.first-wording")}</p>}
        {draft.keeps.length > 0 && (
          <>
            <h2>{t("deskRecord.discard.keeps")}</h2>
            <p className="help">{t("deskRecord.discard.keepsHelp")}</p>
            <ThrownList {...part} rows={draft.keeps} />
          </>
        )}
        {draft.goes.length > 0 && (
          <>
            <h2>{t("deskRecord.discard.goes", { count: draft.goes.length })}</h2>
            <ThrownList {...part} rows={draft.goes} />
          </>
        )}
        {draft.loosened.length > 0 && (
          <>
            <h2>{t("deskRecord.discard.loosened")}</h2>
            <ThrownList {...part} rows={draft.loosened} />
          </>
        )}
        {!isKept && (
          <>
            <p className="help">{t("deskRecord.discard.text")}</p>
            <Form
              locale={locale}
              action={discard}
              fields={[]}
              hidden={{ table, id: idFromAddress(id), along: draft.word, [OWN.next]: draft.home }}
              sendKey={crypto.randomUUID()}
              submit={t("deskRecord.discard.do", { count: draft.goes.length + 1 })}
              grave
            />
          </>
        )}
        <p className="do">
          <a href={href(locale, draft.home)}>{t("deskRecord.discard.keep")}</a>
        </p>
      </DeskPage>
    );
  },
);
