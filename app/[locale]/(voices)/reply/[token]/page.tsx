import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { clock } from "@/lib/core/clock";
import "@/app/styles/form.css";
import "@/app/styles/reply.css";
import { MissingPage } from "@/components/core/frame/missing-page";
import { PageFrame } from "@/components/core/frame/page-frame";
import { ReplyPage } from "@/components/record/reply/reply-page";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { answerWith } from "@/lib/core/status";
import { replyLink } from "@/lib/record/reply/reply-queries";

/** Made for each request, and kept by nobody: whoever has the address may answer. */
export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: PageProps<"/[locale]/reply/[token]">): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = translator(locale);
  return {
    title: `${t("replyPage.form")} – ${t("site.name")}`,
    robots: { index: false, follow: false },
    referrer: "same-origin",
  };
}

export default async function Page({ params, searchParams }: PageProps<"/[locale]/reply/[token]">) {
  const { locale, token } = await params;
  if (!isLocale(locale)) notFound();
  const now = clock.now();
  const link = await replyLink(token, now);
  if (!link) {
    answerWith(404);
    return <MissingPage locale={locale} />;
  }
  const t = translator(locale);
  if (link.state === "over") {
    answerWith(410);
    return (
      <PageFrame locale={locale} path={`/reply/${token}`}>
        <article className="voice">
          <h1>{t("replyPage.overTitle")}</h1>
          <p className="lead">{t("replyPage.overText")}</p>
        </article>
      </PageFrame>
    );
  }
  const sent = (await searchParams).sent === "1";
  return (
    <PageFrame locale={locale} path={`/reply/${token}`}>
      <ReplyPage token={token} link={link} sent={sent} at={now.toISOString()} locale={locale} />
    </PageFrame>
  );
}
