import type { SearchRelief } from '../../../domain/search-answer.ts';
import { searchAddress } from '../../addresses.ts';
import { formatCount } from '../../plain-words.ts';

/** What to leave out where nothing was found, with the count each would give. */
export function SearchReliefs({ reliefs }: { readonly reliefs: readonly SearchRelief[] }) {
  return (
    <div class="reliefs">
      {reliefs.length === 0 ? (
        <p>
          Leaving out a single word or filter would find nothing either. Look at the spelling, try{' '}
          <code>OR</code> between words, or the beginning of a word with an asterisk.
        </p>
      ) : (
        <>
          <h3>What would find something</h3>
          <ul>
            {reliefs.map(({ label, query, passages }) => (
              <li>
                <a href={searchAddress(query)}>{label}</a>: {formatCount(passages, 'passage')}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="hint">Absence of reporting is not evidence of absence.</p>
    </div>
  );
}
