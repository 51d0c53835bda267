import { z } from "zod";
import { plainText } from "../../core/language/language-schema.ts";

const base64url = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[\w-]+=*$/);

const shared = {
  id: base64url(2048),
  rawId: base64url(2048),
  type: z.literal("public-key"),
  authenticatorAttachment: z
    .enum(["platform", "cross-platform"])
    .nullish()
    .transform((it) => it ?? undefined),
  clientExtensionResults: z.looseObject({}).default({}),
};

/** What a browser answers when a passkey is made (WebAuthn level 3 §5.1, RegistrationResponseJSON). */
export const passkeyMade = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: base64url(8192),
    attestationObject: base64url(65_536),
    transports: z.array(z.string().max(32)).max(10).optional(),
  }),
});

/** What it answers when one is used (AuthenticationResponseJSON). */
export const passkeyUsed = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: base64url(8192),
    authenticatorData: base64url(8192),
    signature: base64url(8192),
    userHandle: base64url(256)
      .nullish()
      .transform((it) => it ?? undefined),
  }),
});

/** From a form field that a script has filled. */
export const fromJson = <S extends z.ZodType>(schema: S) =>
  z
    .string()
    .max(100_000)
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: "custom", message: "not-understood" });
        return z.NEVER;
      }
    })
    .pipe(schema);

export const passkeyName = plainText(60);
export type PasskeyMade = z.output<typeof passkeyMade>;
export type PasskeyUsed = z.output<typeof passkeyUsed>;
