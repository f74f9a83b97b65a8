// A thread that ends in the midst of its work.
export default function die() {
  process.exit(1);
}
