// Stands in for the HTTP client of a library in the bundle: verifying makes no request, so it has nothing to make one with.
export const httpClient = null;
