import { z } from "zod";
import { email, role } from "../member/member-schema.ts";

export const newInvitation = z.strictObject({ email, role });
