"use client";
import type { ReactNode } from "react";
import { useForm } from "./form-context";

interface TickProps {
  readonly name: string;
  readonly value: string;
  readonly children: ReactNode;
}

/** One box to tick among a form's own words, where what is chosen is drawn by the page. Ticked as it was sent. */
export function Tick({ name, value, children }: TickProps) {
  const { values, round } = useForm();
  return (
    <label className="tick">
      <input
        key={round}
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={values[name]?.includes(value) ?? false}
      />{" "}
      <span>{children}</span>
    </label>
  );
}
