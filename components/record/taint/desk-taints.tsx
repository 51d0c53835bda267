import { DeskForm } from "@/components/desk/form/desk-form";
import { Form } from "@/components/desk/form/form";
import { type Actor, atLeast } from "@/lib/core/actor";
import { dayWords } from "@/lib/core/date-words/date-words";
import { href, inEither, LOCALES, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { causeKey, type TaintView } from "@/lib/record/taint/taint";
import { proposeThatItStands, sayThatItStands, throwAwayClearance } from "@/lib/record/taint/taint-actions";
import { type ProposedClearance, taintsForDesk } from "@/lib/record/taint/taint-desk-queries";
import { TaintCause } from "./taint-cause";

interface DeskTaintsProps {
  readonly claimId: string;
  readonly actor: Actor;
  readonly locale: Locale;
}

/** Why the verdict on a claim is to be looked at again, and what can be said of it besides judging anew. */
export async function DeskTaints({ claimId, actor, locale }: DeskTaintsProps) {
  const t = translator(locale);
  const taints = await taintsForDesk(actor, claimId);
  if (!taints) return null;
  const { open, proposed } = taints;
  return (
    <section aria-labelledby="taint">
      <h2 id="taint">{t("taint.desk.title")}</h2>
      <p className="help">{t("taint.desk.lead")}</p>
      <ul className="work">
        {open.map((taint) => (
          <li key={causeKey(taint)}>
            <TaintCause taint={taint} pieceAt={(id) => `#evidence-${id}`} locale={locale} />
            {sourcesOf(taint).map((source) => (
              <p key={source.id} className="do">
                <a href={href(locale, `/desk/sources/${source.id}`)}>{inEither(source.title, locale)}</a>
                {taint.newerCopyId && (
                  <a href={href(locale, `/desk/sources/${source.id}#copy-${taint.newerCopyId}`)}>
                    {t("taint.desk.newerCopy")}
                  </a>
                )}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {open.length > 0 && (
        <DeskForm
          locale={locale}
          action={proposeThatItStands}
          fields={[
            {
              kind: "checks",
              name: "causes",
              label: t("taint.desk.causes"),
              options: open.map((taint) => ({ value: causeKey(taint), label: shortly(taint, locale) })),
            },
            {
              kind: "bilingual",
              name: "reason",
              label: t("taint.desk.reason"),
              help: t("taint.desk.reasonHelp"),
              long: true,
              max: 1000,
            },
          ]}
          initial={{ causes: open.map(causeKey) }}
          hidden={{ claimId }}
          actor={actor}
          kept={`clearance/new/${claimId}`}
          submit={t("taint.desk.propose")}
        />
      )}
      {proposed.map((proposal) => (
        <Proposed key={proposal.ids[0]} claimId={claimId} proposal={proposal} actor={actor} locale={locale} />
      ))}
    </section>
  );
}

/** The sources that its pieces of evidence stand in, each once. */
const sourcesOf = ({ pieces }: TaintView) => [
  ...new Map(pieces.map(({ source }) => [source.id, source])).values(),
];

/** A cause in a few words, for a list to choose from. */
function shortly({ cause, at, pieces }: TaintView, locale: Locale): string {
  const t = translator(locale);
  const letters = pieces.map(({ rank }) => `${t("claim.evidenceLetter")}${rank}`).join(", ");
  return t(`taint.short.${cause}`, { pieces: letters, date: dayWords(at, locale) });
}

interface ProposedProps extends DeskTaintsProps {
  readonly proposal: ProposedClearance;
}

function Proposed({ claimId, proposal, actor, locale }: ProposedProps) {
  const t = translator(locale);
  const named = Object.fromEntries(proposal.ids.map((id, index) => [`ids.${index}`, id]));
  const shared = { locale, fields: [], hidden: { claimId, ...named }, grave: true };
  return (
    <div>
      <h3>{t("taint.desk.proposed")}</h3>
      <ul className="note">
        {proposal.causes.map((taint) => (
          <li key={causeKey(taint)}>{shortly(taint, locale)}</li>
        ))}
      </ul>
      {LOCALES.map((language) => (
        <p key={language} lang={language} className="mt-3">
          {proposal.reason[language]}
        </p>
      ))}
      {proposal.own ? (
        <p className="note mt-3">{t("taint.desk.own")}</p>
      ) : atLeast(actor, "editor") ? (
        <>
          <p className="help">{t("taint.desk.publishHelp")}</p>
          <Form
            {...shared}
            action={sayThatItStands}
            seen={proposal.seen}
            sendKey={crypto.randomUUID()}
            submit={t("taint.desk.publish")}
          />
        </>
      ) : (
        <p className="note mt-3">{t("taint.desk.editorOnly")}</p>
      )}
      <details className="more">
        <summary>{t("taint.desk.discard")}</summary>
        <Form
          {...shared}
          action={throwAwayClearance}
          sendKey={crypto.randomUUID()}
          submit={t("taint.desk.discard")}
        />
      </details>
    </div>
  );
}
