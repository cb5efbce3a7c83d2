import texts from "virtual:question-texts";
import { questionsIn } from "./question.ts";

/** The questions as they were when the page was built. */
export const questions = questionsIn(texts);
