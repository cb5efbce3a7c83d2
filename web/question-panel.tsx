import { type GraphiQLPlugin, useGraphiQL } from "@graphiql/react";
import { useAsk } from "./ask.ts";
import { questions } from "./question-list.ts";

function QuestionIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M4 4.75h16v11.5h-9.5L6 20.25v-4H4z" strokeLinejoin="round" />
      <path d="M9.8 8.9a2.2 2.2 0 1 1 3.1 2c-.6.3-.9.7-.9 1.4M12 14.1v.1" strokeLinecap="round" />
    </svg>
  );
}

function QuestionPanel() {
  const ask = useAsk();
  const query = useGraphiQL((state) => state.tabs[state.activeTabIndex]?.query);
  return (
    <section className="question-panel" aria-label="Questions">
      <h2>Questions</h2>
      <ol>
        {questions.map((question) => (
          <li key={question.title}>
            <button type="button" aria-current={query === question.query} onClick={() => ask(question)}>
              {question.title}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The list of questions to pick from, as a panel of GraphiQL. */
export const questionPlugin: GraphiQLPlugin = { title: "Questions", icon: QuestionIcon, content: QuestionPanel };
