/** What has just happened, above a page. */
export function Note({ words }: { readonly words: string | null }) {
  return words === null ? null : (
    <p className="outcome" role="status">
      {words}
    </p>
  );
}
