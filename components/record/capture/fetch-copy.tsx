import { Form } from "@/components/desk/form/form";
import type { Locale } from "@/lib/core/language/language";
import { fetchCopyNow } from "@/lib/record/capture/capture-actions";

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
