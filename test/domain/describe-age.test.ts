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
])('%o is said to be: %s', (place, says) => {
  expect(describeAge(place, HELD)).toBe(says);
});
