import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { AddressDesk } from "@/components/record/address/address-desk";
import { addressFor } from "@/lib/record/address/address-desk-queries";

export default deskPage(
  { path: "/desk/addresses/[table]/[row]", role: "journalist" },
  async ({ page, actor, locale, t }, { table, row }) => {
    const address = await addressFor(actor, table, row);
    if (!address) return 404;
    return (
      <DeskPage {...page} here="disputes" title={t("address.title")} lead={<p>{t("address.lead")}</p>}>
        <AddressDesk address={address} actor={actor} locale={locale} />
      </DeskPage>
    );
  },
);
