import { type RenderedPage, renderPage } from './rendered-page.ts';

/**
 * A page with a form that changes something: never kept, and allowed to say where it stood, without which some
 * browsers send no origin along, and the form would be taken for another site's.
 */
export function renderFormPage(text: string, status: RenderedPage['status'] = 200): RenderedPage {
  const page = renderPage(text, 'text/html; charset=utf-8', { status, caching: 'no-store' });
  return { ...page, headers: { ...page.headers, 'Referrer-Policy': 'same-origin' } };
}
