import type { Locale } from "@/lib/core/language/language";
import { signOut } from "@/lib/desk/auth/sign-in-actions";
import { OWN } from "@/lib/desk/form/form";

export function SignOut({ locale, label }: { readonly locale: Locale; readonly label: string }) {
  return (
    <form action={signOut}>
      <input type="hidden" name={OWN.locale} value={locale} />
      <button type="submit" className="link">
        {label}
      </button>
    </form>
  );
}
