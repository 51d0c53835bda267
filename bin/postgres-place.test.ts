import { expect, test } from "vitest";
import { systemUsers } from "./postgres-place.ts";

test("root is never among the users that PostgreSQL may run as", () => {
  const passwd = "root:x:0:0:root:/root:/bin/bash\npostgres:x:101:104::/var/lib/postgresql:/bin/bash\n";
  expect(systemUsers(passwd)).toEqual([{ name: "postgres", uid: 101, gid: 104 }]);
});

test("comments and damaged lines of a user list are passed over", () => {
  expect(systemUsers("# local users\n\nnobody\nnobody:x:65534:65534::/:/bin/false")).toEqual([
    { name: "nobody", uid: 65534, gid: 65534 },
  ]);
});
