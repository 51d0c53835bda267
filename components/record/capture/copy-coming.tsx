import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { CaptureWatch } from "./capture-watch";

/** While a copy is on its way: the page draws itself anew, and a link does it where there are no scripts. */
export function CopyComing({ path, locale }: { readonly path: string; readonly locale: Locale }) {
  const t = translator(locale);
  return (
    <p className="do">
      <CaptureWatch />
      <a href={href(locale, path)}>{t("capture.update")}</a>
      <span className="fine">{t("capture.updates")}</span>
    </p>
  );
}
