import type { FieldSpec } from "@/components/desk/form/field-spec";
import { ROLES } from "@/lib/core/actor";
import type { Translator } from "@/lib/core/language/translator";

export const roleField = (t: Translator): FieldSpec => ({
  kind: "radios",
  name: "role",
  label: t("people.role"),
  options: ROLES.map((role) => ({ value: role, label: t(`people.roleMeanings.${role}`) })),
});
