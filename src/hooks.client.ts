// What reaches an error page: plain words from +error.svelte and a report without content. Nothing is sent or logged.
import type { HandleClientError } from '@sveltejs/kit';
import { errorReport } from '$lib/ui/error-report.ts';

export const handleError: HandleClientError = ({ error, event, status }) => ({
  message: status === 404 ? 'Not found' : 'Internal error',
  report: errorReport(error, event.url.pathname),
});
