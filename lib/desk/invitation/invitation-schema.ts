import { z } from "zod";
import { email } from "../../core/email-schema.ts";
import { role } from "../member/member-schema.ts";

export const newInvitation = z.strictObject({ email, role });
