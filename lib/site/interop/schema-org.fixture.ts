/** Holds JSON-LD against schema.org's own vocabulary: what a validator would say, without asking one. */
import vocabulary from "./fixtures/schemaorg.fixture.json" with { type: "json" };

const types: Record<string, string[]> = vocabulary.types;
const properties: Record<string, { domain: string[]; range: string[] }> = vocabulary.properties;

const withSupertypes = (type: string): string[] => [type, ...(types[type] ?? []).flatMap(withSupertypes)];

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** Which of schema.org's data types a value can be read as. */
function dataTypes(value: unknown): string[] {
  if (typeof value === "number") return Number.isInteger(value) ? ["Number", "Integer"] : ["Number"];
  if (typeof value !== "string" || value.trim() === "") return [];
  const found = ["Text"];
  if (/^https?:\/\/[^\s]+$/.test(value) && URL.canParse(value)) found.push("URL");
  if (DATE.test(value)) found.push("Date");
  if (DATE_TIME.test(value)) found.push("DateTime");
  return found;
}

/** @returns every fault as a line with its place; none: the value is schema.org */
export function schemaOrgFaults(value: unknown, place = "$"): string[] {
  if (typeof value !== "object" || value === null) return [`${place}: not an object`];
  const { "@context": context, "@type": type, ...rest } = { "@context": null, "@type": null, ...value };
  if (context !== null && context !== "https://schema.org") return [`${place}: unknown context`];
  if (typeof type !== "string" || !(type in types)) return [`${place}: unknown type ${String(type)}`];
  return Object.entries(rest).flatMap(([name, given]) => {
    const property = properties[name];
    if (!property) return [`${place}.${name}: no such property of ${type}`];
    if (!withSupertypes(type).some((each) => property.domain.includes(each)))
      return [`${place}.${name}: not a property of ${type}`];
    const values: unknown[] = Array.isArray(given) ? given : [given];
    if (values.length === 0) return [`${place}.${name}: empty`];
    return values.flatMap((each, index) => rangeFaults(each, property.range, `${place}.${name}[${index}]`));
  });
}

function rangeFaults(value: unknown, range: readonly string[], place: string): string[] {
  if (typeof value !== "object" || value === null)
    return dataTypes(value).some((each) => range.includes(each))
      ? []
      : [`${place}: not ${range.join(" or ")}`];
  const type = "@type" in value ? String(value["@type"]) : "";
  const fits = withSupertypes(type).some((each) => range.includes(each));
  return [
    ...(fits ? [] : [`${place}: ${type} is not ${range.join(" or ")}`]),
    ...schemaOrgFaults(value, place),
  ];
}
