import { encodeText } from '../../../workbench/search/search-request.ts';
import { searchAddress } from '../../addresses.ts';
import type { Site } from '../../document.tsx';
import { QUERY_GUIDE } from '../../query-guide.ts';

/** All that can be typed, with an example of each that leads to what it finds. */
export function GuideTable({ site }: { readonly site: Site }) {
  return (
    <div class="table-frame">
      <table class="plain-table guide-table">
        <caption class="unseen">What can be typed into the search box</caption>
        <thead>
          <tr>
            <th scope="col">Written</th>
            <th scope="col">Finds</th>
            <th scope="col">Example</th>
          </tr>
        </thead>
        <tbody>
          {QUERY_GUIDE.map(({ sign, means, example, sampleExample }) => {
            const query = site.stamp.sampleOnly ? (sampleExample ?? example) : example;
            return (
              <tr>
                <th scope="row">
                  <code>{sign}</code>
                </th>
                <td class="means">{means}</td>
                <td class="example">
                  <a href={searchAddress(`q=${encodeText(query)}`)}>{query}</a>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
