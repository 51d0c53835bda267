import { signOut } from "@/lib/auth/sign-in-actions";
import { OWN } from "@/lib/form/form";
import type { Locale } from "@/lib/language/language";

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
