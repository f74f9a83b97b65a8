import type { Page } from 'playwright-core';

/** Presses Tab until what has the focus answers to the selector; says where it got lost. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  const passed: string[] = [];
  for (let press = 0; press < 400; press += 1) {
    await page.keyboard.press('Tab');
    const [found, name] = await page.evaluate((wanted) => {
      const at = document.activeElement;
      return [
        at?.matches(wanted) === true,
        `${at?.tagName} ${at?.textContent?.trim().slice(0, 30)}`,
      ] as const;
    }, selector);
    if (found) return;
    passed.push(name);
  }
  throw new Error(`Tab never came to ${selector}; last were ${passed.slice(-5).join(' | ')}`);
}

/** How what has the focus looks: whether it can be seen at all, and that it has the focus. */
export async function describeFocus(page: Page): Promise<{ name: string; seen: boolean; marked: boolean }> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body) return { name: '', seen: true, marked: true };
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    const [box] = at.getClientRects();
    const middle = {
      x: Math.min((box?.left ?? 0) + 4, innerWidth - 1),
      y: (box?.top ?? 0) + (box?.height ?? 0) / 2,
    };
    const there = document.elementFromPoint(middle.x, middle.y);
    return {
      name: `${at.tagName.toLowerCase()} ${at.getAttribute('value') ?? at.textContent?.trim().slice(0, 40) ?? ''}`,
      seen: there !== null && (at.contains(there) || there.contains(at)),
      marked: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    };
  });
}
