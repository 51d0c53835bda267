import type { ComponentProps } from "react";
import type { Actor } from "@/lib/core/actor";
import { typedInto } from "@/lib/desk/form/form-queries";
import { Form } from "./form";

interface DeskFormProps extends Omit<ComponentProps<typeof Form>, "sendKey" | "typed"> {
  readonly actor: Actor;
  /** Under which name what is typed into it is kept, for this actor alone. */
  readonly kept: string;
}

/** A form of the desk that takes writing: what was typed into it before is there again. */
export async function DeskForm({ actor, kept, ...form }: DeskFormProps) {
  const before = await typedInto(actor, kept);
  return <Form {...form} sendKey={crypto.randomUUID()} typed={{ form: kept, before }} />;
}
