import { PageFrame } from "@/components/site/page-frame";
import { href, type Locale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";

/** The designed 404, in both languages: a not-found page is told neither its address nor its language. */
export function NotFoundPage() {
  return (
    <PageFrame locale="sv" path="/">
      <div className="row first pagehead">
        <div className="label" />
        <div className="wide">
          <Words locale="sv" heading="h1" />
          <div lang="en" className="mt-8">
            <Words locale="en" heading="h2" />
          </div>
        </div>
      </div>
    </PageFrame>
  );
}

function Words({ locale, heading: Heading }: { readonly locale: Locale; readonly heading: "h1" | "h2" }) {
  const t = translator(locale);
  return (
    <>
      <Heading className={Heading === "h2" ? "sect" : undefined}>{t("notFound.title")}</Heading>
      <p className="lead">{t("notFound.text")}</p>
      <p className="ui mt-4">
        <a href={href(locale, "/search")}>{t("notFound.searchInstead")}</a>
        {" · "}
        <a href={href(locale, "/")}>{t("notFound.toFront")}</a>
      </p>
    </>
  );
}
