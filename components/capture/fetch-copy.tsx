import { Form } from "@/components/form/form";
import { fetchCopyNow } from "@/lib/capture/capture-actions";
import type { Locale } from "@/lib/language/language";

interface FetchCopyProps {
  readonly sourceId: string;
  readonly locale: Locale;
  readonly label: string;
}

/** The button that has the page of a source fetched. */
export function FetchCopy({ sourceId, locale, label }: FetchCopyProps) {
  return (
    <Form
      locale={locale}
      action={fetchCopyNow}
      fields={[]}
      hidden={{ sourceId }}
      sendKey={crypto.randomUUID()}
      submit={label}
      quiet
    />
  );
}
