/** The kept list of names in addresses that concern the reader only, as far as we read it. */
declare module "tidy-url/data/rules.js" {
  const sites: readonly {
    readonly name: string;
    readonly rules?: readonly string[];
    readonly match_href?: boolean;
  }[];
  export default sites;
}
