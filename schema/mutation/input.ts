import type { NounDescription } from "../../src/nouns/description.ts";
import { nouns, perNoun } from "../../src/nouns/index.ts";
import { parts } from "../../src/nouns/part/index.ts";
import { editType, inputType } from "./input-type.ts";

export const AliasInput = inputType("AliasInput", parts.aliases);
export const AliasEdit = editType("AliasEdit", parts.aliases, []);
inputType("IdentifierInput", parts.identifiers);
export const CitationInput = inputType("CitationInput", parts.citations);
export const CitationEdit = editType("CitationEdit", parts.citations, []);
inputType("ParticipantInput", parts.eventParticipants);
inputType("TargetInput", parts.statementTargets);

/** The input object of each noun. A fact's key may be left out: it is made up then. */
export const inputTypes = perNoun((noun) => {
  const { type, key }: NounDescription = nouns[noun];
  if (key === undefined) return inputType(`${type}Input`, nouns[noun]);
  const description = `The fact's lasting name; when left out, ${key.told}, with a number where that is taken. In applyChangeset, that by which the fact is found`;
  return inputType(`${type}Input`, nouns[noun], { key: { required: false, description } });
});

/** The input object that changes one of each noun. */
export const editTypes = perNoun((noun) => {
  const { type, name, fixed = [] }: NounDescription & { name: string } = nouns[noun];
  return editType(`${type}Edit`, nouns[noun], [name, ...fixed]);
});
