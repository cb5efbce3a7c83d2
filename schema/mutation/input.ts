import { aliasInput, actorInput, identifierInput } from "../../src/changes/input/actor.ts";
import { allianceInput, membershipOfInput, statusOfInput } from "../../src/changes/input/alliance.ts";
import { articleInput } from "../../src/changes/input/article.ts";
import { citationInput } from "../../src/changes/input/citation.ts";
import { eventInput, participantInput } from "../../src/changes/input/event.ts";
import { officeInput } from "../../src/changes/input/office.ts";
import { statementInput, targetInput } from "../../src/changes/input/statement.ts";
import { editType, inputType } from "./input-type.ts";

export const AliasInput = inputType("AliasInput", aliasInput);
export const AliasEdit = editType("AliasEdit", aliasInput, []);
inputType("IdentifierInput", identifierInput);
export const CitationInput = inputType("CitationInput", citationInput);
export const CitationEdit = editType("CitationEdit", citationInput, []);
inputType("ParticipantInput", participantInput);
inputType("TargetInput", targetInput);

/** A key that is made up where none is given. */
const key = (made: string) => ({
  key: {
    required: false,
    description: `The fact's lasting name; when left out, ${made}, with a number where that is taken. In applyChangeset, that by which the fact is found`,
  },
});

export const ActorInput = inputType("ActorInput", actorInput);
export const ArticleInput = inputType("ArticleInput", articleInput);
export const OfficeInput = inputType(
  "OfficeInput",
  officeInput,
  key("the person's slug and the title, such as fumio-kishida/prime-minister-of-japan"),
);
export const AllianceInput = inputType("AllianceInput", allianceInput);
export const StatusInput = inputType(
  "AllianceStatusInput",
  statusOfInput,
  key("the alliance's slug and the code, such as nato/in_force"),
);
export const MembershipInput = inputType(
  "MembershipInput",
  membershipOfInput,
  key("the slugs of alliance and actor and the role, such as nato/norway/member"),
);
export const EventInput = inputType("EventInput", eventInput, key("its title, such as japan-and-australia-sign"));
export const StatementInput = inputType(
  "StatementInput",
  statementInput,
  key("the slugs of article and speaker, such as mofa-raa/nikkei"),
);

export const ActorEdit = editType("ActorEdit", actorInput, ["slug", "type"]);
export const ArticleEdit = editType("ArticleEdit", articleInput, ["slug"]);
export const OfficeEdit = editType("OfficeEdit", officeInput, ["key"]);
export const AllianceEdit = editType("AllianceEdit", allianceInput, ["slug"]);
export const StatusEdit = editType("AllianceStatusEdit", statusOfInput, ["key", "alliance"]);
export const MembershipEdit = editType("MembershipEdit", membershipOfInput, ["key", "alliance"]);
export const EventEdit = editType("EventEdit", eventInput, ["key"]);
export const StatementEdit = editType("StatementEdit", statementInput, ["key"]);
