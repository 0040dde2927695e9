"""The client under test: what an integration with Jira Align needs, and no more."""

import time

import requests

PAGE_SIZE = 100
BLOCK_SECONDS = 61  # Jira Align blocks for 60 seconds after too many calls; one more for clocks that differ
PAUSE_SECONDS = 1
ATTEMPTS = 3


class AlignError(Exception):
    def __init__(self, response):
        request = response.request
        super().__init__(f"{request.method} {request.url}: {response.status_code} {response.text[:200]}")
        self.status = response.status_code


class AlignClient:
    def __init__(self, site_url, token, sleep=time.sleep):
        self._api_url = f"{site_url}/rest/align/api/2"
        self._headers = {"Authorization": f"bearer {token}"}
        self._sleep = sleep

    def list(self, collection):
        """All records, page by page, until a page is short."""
        records = []
        while True:
            page = self._send(
                "GET",
                f"/{collection}",
                params={"$orderby": "id", "$top": PAGE_SIZE, "$skip": len(records)},
            ).json()
            records += page
            if len(page) < PAGE_SIZE:
                return records

    def create(self, collection, record):
        """The id of the new record."""
        return self._send("POST", f"/{collection}", json=record).json()

    def update(self, collection, record_id, **fields):
        patch = [{"op": "replace", "path": f"/{name}", "value": value} for name, value in fields.items()]
        self._send("PATCH", f"/{collection}/{record_id}", json=patch)

    def _send(self, method, path, **options):
        for attempts_left in reversed(range(ATTEMPTS)):
            response = requests.request(method, self._api_url + path, headers=self._headers, timeout=30, **options)
            if response.ok:
                return response
            pause = _pause_before_retry(method, response.status_code)
            if pause is None or attempts_left == 0:
                raise AlignError(response)
            self._sleep(pause)


def _pause_before_retry(method, status):
    """Seconds to wait, or None where a retry is of no use or might write twice."""
    if status == 429:
        return BLOCK_SECONDS
    if status >= 500 and method == "GET":
        return PAUSE_SECONDS
    return None
