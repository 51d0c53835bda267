import { Form } from "@/components/desk/form/form";
import { CorrectLink } from "@/components/record/amendment/correct-this";
import { Mark } from "@/components/record/dispute/dispute-desk";
import { Discard } from "@/components/record/draft/discard";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { IdentifierScheme } from "@/lib/record/party/party";
import { saveIdentifier } from "@/lib/record/party/party-actions";
import { identifierForm } from "./party-form";

interface PartyIdentifiersProps {
  readonly locale: Locale;
  readonly partyId: string;
  /** The dispute and the role by whose page one came, to come back to. */
  readonly disputeId: string;
  readonly roleId: string;
  readonly identifiers: readonly {
    readonly id: string;
    readonly scheme: IdentifierScheme;
    readonly value: string;
    readonly published: boolean;
  }[];
}

/** What a party is called in outside registers, and the form by which one more is said. */
export function PartyIdentifiers({ locale, partyId, disputeId, roleId, identifiers }: PartyIdentifiersProps) {
  const t = translator(locale);
  return (
    <>
      <h2>{t("deskRecord.party.elsewhere")}</h2>
      <ul className="work">
        {identifiers.map(({ id, scheme, value, published }) => (
          <li key={id}>
            {t(`deskRecord.party.schemes.${scheme}`)}: {value}
            <span className="do">
              <Mark locale={locale} published={published} />
            </span>
            {published && (
              <CorrectLink
                table="PartyIdentifier"
                id={id}
                locale={locale}
                what={t("history.tables.PartyIdentifier")}
              />
            )}
            {!published && <Discard locale={locale} table="partyIdentifier" id={id} />}
          </li>
        ))}
      </ul>
      <Form
        locale={locale}
        action={saveIdentifier}
        fields={identifierForm(locale)}
        hidden={{ partyId, $dispute: disputeId, $role: roleId }}
        sendKey={crypto.randomUUID()}
        submit={t("deskRecord.party.addIdentifier")}
      />
    </>
  );
}
