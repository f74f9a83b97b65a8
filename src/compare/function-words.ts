/** Words that say little by themselves: two texts that share only these share nothing. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a about after against all also although an and any are as at be because been before being between both but by can
  could did do does during each either for from had has have he her his however if in into is it its may more most no
  nor not of on one only or other others our out over she should so some such than that the their them then there
  these they this those through to under until up upon was were what when where whether which while who whose will
  with within without would`.split(/\s+/),
);

export function isFunctionWord(lowerCase: string): boolean {
  return FUNCTION_WORDS.has(lowerCase);
}
