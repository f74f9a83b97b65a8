import { expect, test } from 'vitest';
import { describeAge } from '../../src/domain/describe-age.ts';

const HELD = [2016, 2017, 2018, 2021, 2022];

test.each([
  [{ edition: 2022, first: 2016, since: 2017 }, 'word for word since 2017'],
  [{ edition: 2022, first: 2016, since: 2022 }, 'reworded in 2022'],
  [{ edition: 2022, first: 2022, since: 2022 }, 'new in 2022'],
  [{ edition: 2021, first: 2021, since: 2021 }, 'new after 2018'],
  [{ edition: 2021, first: 2017, since: 2021 }, 'reworded after 2018'],
  [{ edition: 2016, first: 2016, since: 2016 }, null],
  [{ edition: 2018, first: 2016, since: 2018, previous: { edition: 2016 } }, 'back in 2018, last in 2016'],
  [{ edition: 2021, first: 2016, since: 2021, previous: { edition: 2017 } }, 'back after 2018, last in 2017'],
  [{ edition: 2021, first: 2016, since: 2021, previous: { edition: 2018 } }, 'reworded after 2018'],
])('%o is said to be: %s', (place, says) => {
  const before = { order: 1, same: false, score: 0.8, moved: null };
  const previous = 'previous' in place ? { ...before, ...place.previous } : null;
  expect(describeAge({ ...place, previous }, HELD)).toBe(says);
});
