import { DeskForm } from "@/components/desk/form/desk-form";
import { Form } from "@/components/desk/form/form";
import { type Actor, atLeast } from "@/lib/core/actor";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { type Addressed, pathOf } from "@/lib/record/address/address";
import { publishAddressNow, saveAddress, throwAwayAddress } from "@/lib/record/address/address-actions";
import { addressesToBe, type DeskAddress } from "@/lib/record/address/address-desk-queries";

interface DeskProps {
  readonly actor: Actor;
  readonly locale: Locale;
}

/** The way to the address of something, on its page at the desk. */
export function AddressLink({ table, id, actor, locale }: { table: Addressed; id: string } & DeskProps) {
  const t = translator(locale);
  if (!atLeast(actor, "journalist")) return null;
  return <a href={href(locale, `/desk/addresses/${table}/${id}`)}>{t("address.link")}</a>;
}

/** The address, those it had before, and how it gets another. */
export function AddressDesk({ address, actor, locale }: { address: DeskAddress } & DeskProps) {
  const t = translator(locale);
  const { table, id, slug, published, formerly, proposed } = address;
  const shared = { locale, fields: [], hidden: { id: proposed?.id ?? "" }, grave: true };
  return (
    <>
      <p>
        <b>{pathOf(table, slug)}</b>
      </p>
      {formerly.length > 0 && (
        <>
          <h2>{t("address.formerly")}</h2>
          <ul className="work">
            {formerly.map((each) => (
              <li key={each}>{pathOf(table, each)}</li>
            ))}
          </ul>
        </>
      )}
      {proposed ? (
        <>
          <h2>{t("address.proposed", { path: pathOf(table, proposed.slug) })}</h2>
          {proposed.own ? (
            <p className="note mt-3">{t("address.own")}</p>
          ) : atLeast(actor, "editor") ? (
            <Form
              {...shared}
              action={publishAddressNow}
              seen={proposed.seen}
              sendKey={crypto.randomUUID()}
              submit={t("address.publish")}
            />
          ) : (
            <p className="note mt-3">{t("address.editorOnly")}</p>
          )}
          <details className="more">
            <summary>{t("address.discard")}</summary>
            <Form
              {...shared}
              action={throwAwayAddress}
              sendKey={crypto.randomUUID()}
              submit={t("address.discard")}
            />
          </details>
        </>
      ) : (
        <DeskForm
          locale={locale}
          action={saveAddress}
          fields={[
            {
              kind: "text",
              name: "slug",
              label: t("deskRecord.slug"),
              help: t(published ? "address.publishedHelp" : "address.draftHelp"),
              max: 80,
            },
          ]}
          initial={{ slug: [slug] }}
          hidden={{ table, rowId: id }}
          actor={actor}
          kept={`address/${id}`}
          submit={t(published ? "address.propose" : "deskRecord.save")}
        />
      )}
    </>
  );
}

/** Before a dispute is published: the addresses that become permanent with it, each with the way to change it first. */
export async function PermanentAddresses({ disputeId, actor, locale }: { disputeId: string } & DeskProps) {
  const t = translator(locale);
  const all = await addressesToBe(actor, disputeId);
  if (all.length === 0) return null;
  return (
    <section aria-labelledby="addresses">
      <h3 id="addresses">{t("address.permanent")}</h3>
      <p className="help">{t("address.permanentHelp")}</p>
      <ul className="work">
        {all.map(({ table, id, path }) => (
          <li key={id}>
            <a href={href(locale, `/desk/addresses/${table}/${id}`)}>{path}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
