// What reaches an error page: plain words from +error.svelte and a report without content. Nothing is sent or logged.
import type { HandleClientError } from '@sveltejs/kit';
import { takeFragment } from '$lib/state/link-opened.ts';
import { errorReport } from '$lib/ui/error-report.ts';

// Before the router reads the address: what a show link carries must not stay in it, nor in the history.
takeFragment();

export const handleError: HandleClientError = ({ error, event, status }) => ({
  message: status === 404 ? 'Not found' : 'Internal error',
  report: errorReport(error, event.url.pathname),
});
