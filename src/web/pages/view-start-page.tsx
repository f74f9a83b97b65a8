import type { Child } from 'hono/jsx';
import type { Problem } from '../../domain/problem.ts';
import type { SearchRequest } from '../../workbench/search/search-request.ts';
import type { SearchView } from '../components/search/search-tabs.tsx';
import { ViewHead } from '../components/search/view-head.tsx';
import type { Site } from '../document.tsx';

const LEADS: Readonly<Record<SearchView, string>> = {
  passages: 'Every passage on a thing, in every edition.',
  concordance: 'Each match in its line, with the words before and behind it.',
  trend: 'Up to five queries, each counted in every edition.',
  grid: 'In which reports a thing stands, and in which edition it stood last.',
};

/** Before anything is asked. */
export function ViewStartPage({
  site,
  request,
  view,
  title,
  form,
}: {
  readonly site: Site;
  readonly request: SearchRequest;
  readonly view: SearchView;
  readonly title: string;
  readonly form: Child;
}) {
  return (
    <div class="wrap search-page">
      <ViewHead site={site} request={request} view={view} title={title}>
        {form}
      </ViewHead>
      <p class="lead">{LEADS[view]}</p>
    </div>
  );
}

/** What cannot be searched as it stands, all of it at once; the form keeps what was typed. */
export function ViewProblemPage({
  site,
  request,
  view,
  title,
  problem,
  form,
}: {
  readonly site: Site;
  readonly request: SearchRequest;
  readonly view: SearchView;
  readonly title: string;
  readonly problem: Problem;
  readonly form: Child;
}) {
  return (
    <div class="wrap search-page">
      <ViewHead site={site} request={request} view={view} title={title}>
        {form}
      </ViewHead>
      <div class="error-summary" role="alert">
        <h2>{problem.message}</h2>
        <ul>
          {problem.details.map((detail) => (
            <li>{detail}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
