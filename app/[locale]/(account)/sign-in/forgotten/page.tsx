import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EntryForm } from "@/components/desk/member/entry-form";
import { EntryPage } from "@/components/desk/member/entry-page";
import { emailField } from "@/components/desk/member/member-fields";
import { privateMetadata } from "@/components/desk/member/page-words";
import { askedFor } from "@/lib/core/asked-for";
import { env } from "@/lib/core/env";
import { href, isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { sendForgotten } from "@/lib/desk/member/member-reset-actions";

export const dynamic = "force-dynamic";

const PATH = "/sign-in/forgotten";

export async function generateMetadata({
  params,
}: PageProps<"/[locale]/sign-in/forgotten">): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? privateMetadata(locale, translator(locale)("entry.forgotten.title")) : {};
}

/** Asks for a link, and says what happens then: the same for every address. */
export default async function Page({ params, searchParams }: PageProps<"/[locale]/sign-in/forgotten">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = translator(locale);
  const title = t("entry.forgotten.title");
  const byHand = env.BELAGT_SMTP_URL === undefined;
  const back = (
    <p>
      <a href={href(locale, "/sign-in")}>{t("entry.forgotten.back")}</a>
    </p>
  );
  if (askedFor(await searchParams, "asked") !== "")
    return (
      <EntryPage
        locale={locale}
        path={PATH}
        title={title}
        note={t(byHand ? "entry.forgotten.askedByHand" : "entry.forgotten.asked")}
        lead={t("entry.forgotten.unchanged")}
      >
        <p>
          <a href={href(locale, PATH)}>{t("entry.forgotten.again")}</a>
        </p>
        {back}
      </EntryPage>
    );
  return (
    <EntryPage
      locale={locale}
      path={PATH}
      title={title}
      lead={t(byHand ? "entry.forgotten.leadByHand" : "entry.forgotten.lead")}
    >
      <EntryForm
        locale={locale}
        action={sendForgotten}
        fields={[emailField(t)]}
        submit={t("entry.forgotten.submit")}
      />
      {back}
    </EntryPage>
  );
}
