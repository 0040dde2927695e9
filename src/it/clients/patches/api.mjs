// The REST API of a site, as the programs about patches need it. No connection is kept: between two calls a maker of patches may stop this process for longer than the server waits.
export function site(address, token) {
  const send = async (method, path, body) => {
    const answer = await fetch(`${address}/rest/align/api/2/${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': method === 'PATCH' ? 'application/json-patch+json' : 'application/json', Connection: 'close' },
      body: body && JSON.stringify(body),
    });
    return { status: answer.status, text: await answer.text() };
  };
  const wanted = async (status, method, path, body) => {
    const answer = await send(method, path, body);
    if (answer.status !== status) throw new Error(`${method} ${path} ${JSON.stringify(body)}: ${answer.status} ${answer.text}`);
    return JSON.parse(answer.text);
  };
  return {
    created: (resource, record) => wanted(201, 'POST', resource, record),
    read: path => wanted(200, 'GET', path),
    patched: (path, patch) => send('PATCH', path, patch),
  };
}
