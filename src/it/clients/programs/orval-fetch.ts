/** Orval's own fetch reads every answer as JSON, also the sentences of refusals; this one looks at what it is. */
export async function alignFetch<T>(url: string, options: RequestInit): Promise<T> {
  const response = await fetch(url, options);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return { status: response.status, data: isJson && text ? JSON.parse(text) : text, headers: response.headers } as T;
}
