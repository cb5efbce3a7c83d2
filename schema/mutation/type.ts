import { builder } from "../builder.ts";

builder.mutationType({
  description:
    "What can be changed, by whoever has a token of the role editor or admin: else UNAUTHENTICATED or FORBIDDEN. Each mutation is one revision, all or nothing; faults of what is sent are told in the payload. Several in one request are done one after the other",
});
