import type { FieldSpec } from "@/components/desk/form/field-spec";
import type { Translator } from "@/lib/core/language/translator";

/** How somebody is named: to colleagues, and on verdicts in both languages. */
export const profileFields = (t: Translator): FieldSpec[] => [
  {
    kind: "text",
    name: "name",
    label: t("entry.fields.name"),
    help: t("entry.fields.nameHelp"),
    autoComplete: "name",
  },
  {
    kind: "text",
    name: "byline.sv",
    label: t("entry.fields.bylineSv"),
    help: t("entry.fields.bylineHelp"),
    language: "sv",
  },
  { kind: "text", name: "byline.en", label: t("entry.fields.bylineEn"), language: "en" },
];

export const newPasswordField = (t: Translator): FieldSpec => ({
  kind: "password",
  name: "password",
  label: t("entry.fields.newPassword"),
  help: t("entry.fields.newPasswordHelp"),
  autoComplete: "new-password",
});

export const emailField = (t: Translator, label = t("entry.signIn.email")): FieldSpec => ({
  kind: "email",
  name: "email",
  label,
  autoComplete: "username",
});

export const passwordField = (t: Translator): FieldSpec => ({
  kind: "password",
  name: "password",
  label: t("entry.signIn.password"),
  autoComplete: "current-password",
});
