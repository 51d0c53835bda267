type Asked = Readonly<Record<string, string | string[] | undefined>>;

/** One parameter of an address, if it stands there once; blank when it does not. */
export const askedFor = (asked: Asked, name: string): string => {
  const value = asked[name];
  return typeof value === "string" ? value : "";
};
