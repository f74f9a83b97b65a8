const said = document.getElementById('said');
let clearing = 0;

/** Shows a short message for some seconds; screen readers say it. */
export function say(message: string): void {
  if (said === null) return;
  said.textContent = message;
  clearTimeout(clearing);
  clearing = window.setTimeout(() => {
    said.textContent = '';
  }, 5000);
}
