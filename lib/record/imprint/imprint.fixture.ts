/** Somebody who answers for what a test publishes: without one nothing can be. Made up, and called so. */
import { db } from "../../core/db.ts";

export const madeUpImprint = async () => {
  // It is there once, whoever begins: nothing that is published meanwhile is before it.
  if ((await db().imprint.count()) > 0) return;
  await db().imprint.createMany({
    data: {
      version: 1,
      name: "Exempelbladet",
      responsiblePublisher: "Testperson Utgivare",
      complaints: "https://exempelbladet.example/klagomal",
      appealSv: "Ingen: det här är ett prov.",
      appealEn: "Nobody: this is a test.",
      ratingNames: {},
      createdBy: "test",
      publishedAt: new Date(),
    },
    skipDuplicates: true,
  });
};
