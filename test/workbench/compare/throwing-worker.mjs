// A thread whose work fails.
export default function fail() {
  throw new Error('The thread lost its way.');
}
