import { dropTypedForm, keepTypedForm } from "@/lib/desk/form/form-typed-answer";

/** What somebody is typing into a form of the desk, kept while they type. Not part of the public API. */
export const PUT = keepTypedForm;
export const DELETE = dropTypedForm;
