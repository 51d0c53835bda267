import { Form } from "@/components/desk/form/form";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { keepAttachmentNow } from "@/lib/record/capture/capture-actions";

interface KeepAttachmentProps {
  readonly captureId: string;
  readonly index: number;
  readonly locale: Locale;
}

/** The button that keeps one of what an e-mail brought, although it was not kept when it came. */
export function KeepAttachment({ captureId, index, locale }: KeepAttachmentProps) {
  return (
    <Form
      locale={locale}
      action={keepAttachmentNow}
      fields={[]}
      hidden={{ captureId, index: String(index) }}
      sendKey={crypto.randomUUID()}
      submit={translator(locale)("capture.keepAttachment")}
      quiet
    />
  );
}
